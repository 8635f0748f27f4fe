import { beforeAll, describe, expect, test } from "vitest";
import type { Recorded } from "../infra/components/record.ts";
import { compositions, declaredBy } from "./compositions.ts";
import { committed, ledgerFile, objectsFile } from "./golden-files.ts";
import { lostUrns, toLedger } from "./ledger.ts";
import { toGolden, toObjects } from "./objects.ts";
import { brokenReferences, fieldsOf } from "./references/check-references.ts";
import { namedBy } from "./references/named.ts";

/** Fields that look like references and are followed elsewhere (variables of sidecars, routes), or name what is made. */
const noReferences = new Set(["envRef", "backendRefs", "privateKeySecretRef"]);
/** A Certificate names the Secret that is made of it. */
const isMade = (object: { kind: string }, path: string): boolean =>
  object.kind === "Certificate" && path === "spec.secretName";

describe.each(Object.entries(compositions))("%s", (name, { record, platform }) => {
  let recorded: Recorded[] = [];
  beforeAll(async () => {
    recorded = await record();
  });

  test("loses no resource to a rename", () => {
    expect(lostUrns(committed(ledgerFile(name)), recorded)).toEqual([]);
  });

  test("makes the objects and URNs that are committed (npm run generate:goldens)", () => {
    expect(toGolden(recorded)).toBe(committed(objectsFile(name)));
    expect(toLedger(recorded)).toBe(committed(ledgerFile(name)));
  });

  test("refers only to what it makes or what its model declares", () => {
    expect(brokenReferences(toObjects(recorded), declaredBy(platform))).toEqual([]);
  });

  test("has no field that looks like a reference and is not followed", () => {
    const unknown = toObjects(recorded)
      .filter(({ kind }) => kind !== "CustomResourceDefinition" && kind !== "Release")
      .flatMap((object) => fieldsOf(object).filter(({ path }) => !isMade(object, path)))
      .filter(({ key }) => /(Refs?|Secret|secretName|claimName|AccountName)$/.test(key))
      .filter(({ key, path }) => !Object.hasOwn(namedBy, key) && !noReferences.has(key) && !isPartOf(path))
      .map(({ path }) => path);
    expect([...new Set(unknown)]).toEqual([]);
  });

  test("shows of every Secret only what its values were made from", () => {
    const values = toObjects(recorded)
      .filter(({ kind }) => kind === "Secret")
      .flatMap(({ stringData }) => Object.values(stringData as Record<string, string>));
    expect(values.length).toBeGreaterThan(10);
    // Public authorities are no secret.
    const isHarmless = (value: string): boolean =>
      value === "<secret>" || /<[a-z0-9.-]+\.[A-Za-z0-9]+>/i.test(value) || value.startsWith("-----BEGIN CERTIFICATE");
    expect(values.filter((value) => !isHarmless(value))).toEqual([]);
  });
});

/** Below a field that is followed as a whole. */
const isPartOf = (path: string): boolean => /(^|\.)(secret|brokerCertChainAndKey|tls)(\[\d+\])?\./.test(path);
