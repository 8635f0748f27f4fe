import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readExemptions } from "../../policies/pack/exemption.ts";
import type { Resource } from "../../policies/pack/resource.ts";
import { rules } from "../../policies/rules.ts";
import { compositions } from "../golden/compositions.ts";
import { azureGraph, digitalOceanGraph } from "../infra/clouds/foundations.ts";
import { evaluate, examined } from "./support/evaluate.ts";
import { toStack } from "./support/recorded-stack.ts";

/** Stacks on one node: everything else is production. */
const development = new Set(["local", "minikube", "s0", "s1", "s2", "s3", "s4"]);

const graphs = {
  ...Object.fromEntries(Object.entries(compositions).map(([name, { record }]) => [name, record])),
  azure: azureGraph,
  digitalocean: digitalOceanGraph,
};
const stacks = new Map<string, readonly Resource[]>();
// One after the other: a recording engine is there once.
for (const [name, record] of Object.entries(graphs)) stacks.set(name, toStack(await record()));

const exemptions = readExemptions(JSON.parse(readFileSync("policies/exemptions.json", "utf8")));
const environmentOf = (name: string): string => (development.has(name) ? "development" : "production");

/** Rules about what no target has; each is proved by the good stack of the tests alone. */
const fixtures: Readonly<Record<string, string>> = {
  "exemption-requires-reason": "the stack itself, which a recorded program does not have",
  "gateway-requires-tls": "Gateway todo/web",
  "ingress-requires-tls": "Ingress todo/web",
  "azure-database-requires-tls": "dbforpostgresql:Configuration transport",
  "azure-network-forbids-open-ports": "network:NetworkSecurityGroup nodes",
  "azure-storage-forbids-open-access": "storage:StorageAccount backups",
};

describe("the platform", () => {
  test.each([...stacks])("%s breaks no rule", (name, stack) => {
    expect(evaluate(stack, { environment: environmentOf(name), exemptions })).toEqual([]);
  });

  test("is looked at by each rule, but for those about what it does not have", () => {
    const counts = [...stacks.values()].map(examined);
    const unseen = rules.filter(({ name }) => counts.every((count) => (count.get(name) ?? 0) === 0));
    expect(unseen.map(({ name }) => name).sort()).toEqual(Object.keys(fixtures).sort());
  });

  test("needs each of its exemptions", () => {
    const found = [...stacks].flatMap(([name, stack]) => evaluate(stack, { environment: environmentOf(name) }));
    const unused = exemptions.filter(
      ({ rule, resource }) => !found.some((violation) => violation.startsWith(`${rule}: ${resource}: `)),
    );
    expect(unused).toEqual([]);
  });
});
