import { ComponentResource, type ComponentResourceOptions } from "@pulumi/pulumi";
import { RandomPassword } from "@pulumi/random/randomPassword.js";
import { beforeAll, describe, expect, test } from "vitest";
import { record, type Recorded } from "../infra/components/record.ts";
import { lostUrns, toLedger } from "./ledger.ts";

class Part extends ComponentResource {
  constructor(name: string, password: string, options: ComponentResourceOptions & { was?: string } = {}) {
    super("test:index:Part", name, {}, {});
    const aliases = options.was === undefined ? [] : [{ name: options.was }];
    new RandomPassword(password, { length: 32 }, { parent: this, aliases });
    this.registerOutputs({});
  }
}

const recording = (make: () => void): Promise<Recorded[]> => record({}, () => Promise.resolve(make()));
let ledger = "";

beforeAll(async () => {
  ledger = toLedger(await recording(() => new Part("part", "admin")));
});

describe("the ledger of URNs", () => {
  test("has types, parents and names", () => {
    expect(ledger).toBe(`test:index:Part$random:index/randomPassword:RandomPassword::admin
  under part
test:index:Part::part
  under the stack
`);
  });

  test("finds nothing lost where nothing changed", async () => {
    expect(lostUrns(ledger, await recording(() => new Part("part", "admin")))).toEqual([]);
  });

  test("demands an alias of a resource that was renamed", async () => {
    expect(lostUrns(ledger, await recording(() => new Part("part", "root")))).toEqual([
      {
        urn: "test:index:Part$random:index/randomPassword:RandomPassword::admin",
        message: "would be deleted, and test:index:Part$random:index/randomPassword:RandomPassword::root made anew",
        remedy: 'Give root an alias of what it was: { name: "admin" }.',
      },
    ]);
  });

  test("and takes the alias, which stands in the next ledger", async () => {
    const renamed = await recording(() => new Part("part", "root", { was: "admin" }));
    expect(lostUrns(ledger, renamed)).toEqual([]);
    expect(toLedger(renamed)).toContain("  was test:index:Part$random:index/randomPassword:RandomPassword::admin\n");
  });

  test("demands an alias of a resource that got another parent", async () => {
    const moved = await recording(() => {
      new Part("part", "other");
      new RandomPassword("admin", { length: 32 });
    });
    expect(lostUrns(ledger, moved).map(({ message, remedy }) => [message, remedy])).toEqual([
      [
        "would be deleted, and random:index/randomPassword:RandomPassword::admin made anew",
        "Give admin an alias of what it was: its earlier parent or type.",
      ],
    ]);
  });

  test("says that a resource without an heir would be deleted", async () => {
    expect(lostUrns(ledger, await recording(() => undefined)).map(({ urn, message }) => [urn, message])).toEqual([
      ["test:index:Part$random:index/randomPassword:RandomPassword::admin", "would be deleted"],
      ["test:index:Part::part", "would be deleted"],
    ]);
  });
});
