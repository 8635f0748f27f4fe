import { describe, expect, test } from "vitest";
import { checkCloud } from "../../infra/cloud-config.ts";
import { stackConfigOf, stackPlatform, type CloudStack } from "./clouds/recorded-stack.ts";

/** Who runs what, as the components and servers of the platform say. */
const serversOf = (stack: CloudStack, changes: Record<string, unknown>): unknown[] => {
  const { components, database, secretStore, redis, kafka } = stackPlatform(stack, changes);
  const state = components["statestore"]?.type;
  return [database?.kind, state, redis?.kind, components[secretStore]?.type, kafka?.kind];
};

describe("who runs what", () => {
  test.each<[CloudStack, Record<string, unknown>, unknown[]]>([
    ["prod", {}, ["managed", "state.postgresql", undefined, "secretstores.azure.keyvault", "strimzi"]],
    ["prod", { database: "cnpg" }, ["cnpg", "state.postgresql", undefined, "secretstores.azure.keyvault", "strimzi"]],
    [
      "prod",
      { secretStore: "kubernetes" },
      ["managed", "state.postgresql", undefined, "secretstores.kubernetes", "strimzi"],
    ],
    [
      "prod",
      { stateStore: "redis", kafka: "event-hubs-standard" },
      ["managed", "state.redis", "external", "secretstores.azure.keyvault", "external"],
    ],
    ["prod-doks", {}, ["managed", "state.redis", "external", "secretstores.kubernetes", "strimzi"]],
    [
      "prod-doks",
      { stateStore: "postgresql" },
      ["managed", "state.postgresql", undefined, "secretstores.kubernetes", "strimzi"],
    ],
    ["prod-doks", { database: "cnpg" }, ["cnpg", "state.redis", "external", "secretstores.kubernetes", "strimzi"]],
  ])("of %s with %o", (stack, changes, servers) => {
    expect(serversOf(stack, changes)).toEqual(servers);
    expect(checkCloud(stackConfigOf(stack, changes), stackPlatform(stack, changes))).toEqual([]);
  });
});

describe("a mistake in the config of a cloud", () => {
  const told = (stack: CloudStack, changes: Record<string, unknown>): unknown[] =>
    checkCloud(stackConfigOf(stack, changes), stackPlatform(stack)).map(({ code, path, value }) => [code, path, value]);

  test.each<[CloudStack, Record<string, unknown>, unknown[]]>([
    ["prod", { suffix: "X7" }, [["TP1108", "todo-platform:suffix", "X7"]]],
    ["prod", { adminGroups: ["admins"] }, [["TP1109", "todo-platform:adminGroups[0]", "admins"]]],
    ["prod", { apiServerRanges: ["0.0.0.0/0"] }, [["TP1104", "todo-platform:apiServerRanges[0]", "0.0.0.0/0"]]],
    ["prod", { apiServerRanges: [] }, []],
    ["prod-doks", { apiServerRanges: [] }, [["TP1104", "todo-platform:apiServerRanges", []]]],
    ["prod-doks", { suffix: "x-7" }, [["TP1108", "todo-platform:suffix", "x-7"]]],
    ["prod-doks", { domain: "example.org" }, [["TP1112", "todo-platform:domain", "example.org"]]],
  ])("of %s is told at its key: %o", (stack, changes, problems) => {
    expect(told(stack, changes)).toEqual(problems);
  });

  test("is nothing where there is no cloud", () => {
    const config = { ...stackConfigOf("prod"), target: "minikube" } as unknown as Parameters<typeof checkCloud>[0];
    expect(checkCloud(config, stackPlatform("prod"))).toEqual([]);
  });
});
