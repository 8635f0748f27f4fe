import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readExemptions, type Exemption } from "../../policies/pack/exemption.ts";
import type { Resource } from "../../policies/pack/resource.ts";
import { levelIn } from "../../policies/pack/settings.ts";
import { rules } from "../../policies/rules.ts";
import { program } from "../../infra/program.ts";
import { compositions } from "../golden/compositions.ts";
import { record } from "../infra/components/record.ts";
import { combinations, nameOf } from "../support/combinations.ts";
import { evaluate, examined } from "./support/evaluate.ts";
import { toStack } from "./support/recorded-stack.ts";

/** Stacks on one node: everything else is production. */
const development = new Set(["local", "minikube", "s0", "s1", "s2", "s3", "s4"]);

const stacks = new Map<string, readonly Resource[]>();
// One after the other: a recording engine is there once.
for (const [name, composition] of Object.entries(compositions)) stacks.set(name, toStack(await composition.record()));

const exemptions = readExemptions(JSON.parse(readFileSync("policies/exemptions.json", "utf8")));
const environmentOf = (name: string): string => (development.has(name) ? "development" : "production");

/** Rules about what no target has; each is proved by the good stack of the tests alone. */
const fixtures: Readonly<Record<string, string>> = {
  "exemption-requires-reason": "the stack itself, which a recorded program does not have",
  "ingress-requires-tls": "Ingress todo/web",
  "azure-database-requires-tls": "dbforpostgresql:Configuration transport",
  "azure-network-forbids-open-ports": "network:NetworkSecurityGroup nodes",
  "azure-storage-forbids-open-access": "storage:StorageAccount backups",
};

/** A platform of each kind of state store, among them each kind of the other servers. */
const others = combinations.filter((_, index) => index % 4 === 1 || index === 9);
const otherStacks = new Map<string, readonly Resource[]>();
for (const choice of others) {
  const { stateStore, pubsub, secretStore, backendReplicas } = choice;
  const config = { target: "local", registry: "registry.example.com", kubeconfig: "/does/not/exist" };
  const replicas = backendReplicas === undefined ? {} : { backendReplicas: String(backendReplicas) };
  const recorded = await record({ ...config, stateStore, pubsub, secretStore, ...replicas }, program);
  otherStacks.set(nameOf(choice), toStack(recorded));
}

describe("the platform", () => {
  test.each([...stacks])("%s breaks no rule", (name, stack) => {
    expect(evaluate(stack, { environment: environmentOf(name), exemptions })).toEqual([]);
  });

  test.each([...otherStacks])("with other servers (%s) breaks no rule that stops it", (_, stack) => {
    const stopping = rules.filter((rule) => levelIn("development", rule) === "mandatory").map(({ name }) => name);
    const found = evaluate(stack, { environment: "development", exemptions });
    expect(found.filter((violation) => stopping.includes(violation.split(":")[0] ?? ""))).toEqual([]);
  });

  test("is looked at by each rule, but for those about what it does not have", () => {
    const counts = [...stacks.values()].map(examined);
    const unseen = rules.filter(({ name }) => counts.every((count) => (count.get(name) ?? 0) === 0));
    expect(unseen.map(({ name }) => name).sort()).toEqual(Object.keys(fixtures).sort());
  });

  test("needs each of its exemptions", () => {
    const all = (given: readonly Exemption[]): string[] =>
      [...stacks].flatMap(([name, stack]) => evaluate(stack, { environment: environmentOf(name), exemptions: given }));
    const unused = exemptions.filter(
      (exemption) => all(exemptions.filter((other) => other !== exemption)).length === 0,
    );
    expect(unused).toEqual([]);
  });
});
