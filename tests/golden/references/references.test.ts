import { beforeAll, describe, expect, test } from "vitest";
import { compositions, declaredBy } from "../compositions.ts";
import { toObjects, type GoldenObject } from "../objects.ts";
import { addedObjects } from "./added-objects.ts";
import { brokenPlaces } from "./broken-places.ts";
import { brokenReferences } from "./check-references.ts";

let objects: GoldenObject[] = [];
beforeAll(async () => {
  objects = toObjects(await compositions["production"]!.record());
});
const declared = declaredBy(compositions["production"]!.platform);

/** The objects with one of them changed; typed loosely, since what is broken is not what the types allow. */
const broken = (kind: string, name: string, change: (object: any) => void): string[] => {
  const copy = structuredClone(objects);
  const object = copy.find((candidate) => candidate.kind === kind && candidate.metadata.name === name);
  if (object === undefined) throw new Error(`there is no ${kind} ${name}`);
  change(object);
  return brokenReferences(copy, declared);
};
/** What breaks when an object is not made. */
const without = (kind: string, name: string): string[] => {
  const left = objects.filter((object) => !(object.kind === kind && object.metadata.name === name));
  expect(left).toHaveLength(objects.length - 1);
  return brokenReferences(left, declared);
};

test("the platform as it is has none", () => {
  expect(brokenReferences(objects, declared)).toEqual([]);
});

describe("a reference that is broken in one place is found:", () => {
  test.each(brokenPlaces)("%s", (_, kind, name, change, found) => {
    expect(broken(kind, name, change)).toContain(found);
  });

  // Kinds that the platform of today makes for special settings only.
  test.each(addedObjects)("%s", (_, object, found) => {
    const added = { ...object, metadata: { name: "added", namespace: "todo-app" } } as GoldenObject;
    expect(brokenReferences([...objects, added], declared)).toEqual([`${added.kind} added: ${found}`]);
  });

  test("what an object that is not made leaves behind", () => {
    expect(without("Secret", "platform-ca")).toContain(
      "Deployment todo-backend: spec.template.spec.volumes[0].secret -> Secret platform-ca",
    );
    expect(without("Deployment", "todo-backend")).toEqual(
      expect.arrayContaining([
        expect.stringContaining("Service todo-backend: spec.selector"),
        "Component statestore: scopes -> app todo-backend",
      ]),
    );
    expect(without("Namespace", "monitoring").length).toBeGreaterThan(5);
  });
});
