import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { choiceOf, parseConfig, type StackConfig } from "../../../infra/config.ts";
import type { Platform } from "../../../infra/model/platform.ts";
import { targetOf } from "../../../infra/target-of.ts";
import { todoPlatform } from "../../../infra/model/todo.ts";
import { program } from "../../../infra/program.ts";
import { readDeclarations, type RecordedProvider } from "../../../local/pulumi/recorder/declarations.ts";
import { plausibleProperties } from "../../../local/pulumi/recorder/plausible-value.ts";
import { record, type Recorded } from "../components/record.ts";

/** The clouds' stacks of this repository. */
export const cloudStacks = { prod: "azure-native", "prod-doks": "digitalocean" } as const satisfies Record<
  string,
  RecordedProvider
>;
export type CloudStack = keyof typeof cloudStacks;

/** Config with which Azure runs all that it can. */
export const everythingOfAzure = { stateStore: "redis", kafka: "event-hubs-standard" };

/** Config of a stack as it is committed, with changes. */
export const stackValues = (stack: CloudStack, changes: Record<string, unknown> = {}): Record<string, unknown> => {
  const { config } = parse(readFileSync(`Pulumi.${stack}.yaml`, "utf8")) as { config: Record<string, unknown> };
  const own = Object.entries(config).flatMap(([key, value]) =>
    key.startsWith("todo-platform:") ? [[key.replace("todo-platform:", ""), value] as const] : [],
  );
  return { ...Object.fromEntries(own), ...changes };
};

/** The config of a stack, checked. */
export const stackConfigOf = (stack: CloudStack, changes: Record<string, unknown> = {}): StackConfig => {
  const parsed = parseConfig(stackValues(stack, changes));
  if ("config" in parsed) return parsed.config;
  throw new Error(JSON.stringify(parsed.problems));
};

/** The platform of a stack. */
export const stackPlatform = (stack: CloudStack, changes: Record<string, unknown> = {}): Platform => {
  const config = stackConfigOf(stack, changes);
  return todoPlatform(targetOf(config), choiceOf(config));
};

/** Identities that Azure makes of its own accord. */
const identities: Readonly<Record<string, object>> = {
  "azure-native:containerservice:ManagedCluster": {
    identityProfile: { kubeletidentity: { objectId: "<kubelet>" } },
    oidcIssuerProfile: { issuerURL: "<issuer>" },
  },
  "azure-native:dashboard:Grafana": { identity: { principalId: "<grafana>" } },
};

/** What a cloud answers, each text named by what it belongs to. */
const answerOf =
  (provider: RecordedProvider) =>
  (type: string, name: string): object => {
    const { resources, types } = readDeclarations(provider);
    const answer = { ...plausibleProperties(resources[type]?.outputs ?? {}, types, name), ...identities[type] };
    return Object.fromEntries(
      Object.entries(answer).map(([key, value]) => [key, typeof value === "string" ? `<${name}.${key}>` : value]),
    );
  };

/** What a cloud's functions answer. */
const called = (token: string): Record<string, unknown> => ({
  subscriptionId: "<subscription>",
  tenantId: "<tenant>",
  ip: "<load-balancer.ip>",
  primaryKey: "<redis.key>",
  primaryConnectionString: "<event-hubs.connection>",
  certificate: `<${token.split(":").at(-1)}.certificate>`,
  kubeconfigs: [{ name: "clusterUser", value: "" }],
});

/** Everything that the program of a stack registers. */
export const recordStack = (stack: CloudStack, changes: Record<string, unknown> = {}): Promise<Recorded[]> => {
  const texts = Object.entries(stackValues(stack, changes)).map(
    ([key, value]) => [key, typeof value === "string" ? value : JSON.stringify(value)] as const,
  );
  return record(Object.fromEntries(texts), program, answerOf(cloudStacks[stack]), called);
};
