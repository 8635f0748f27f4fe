import { describe, expect, test } from "vitest";
import { recordStack } from "./recorded-stack.ts";

/** Objects of the cluster, by what takes them along. */
const takenAlong = async (stack: "prod" | "prod-doks"): Promise<(string | undefined)[]> => {
  const inside = (await recordStack(stack)).filter(({ type }) => type.startsWith("kubernetes:"));
  expect(inside.length).toBeGreaterThan(150);
  return [...new Set(inside.map(({ deletedWith }) => deletedWith))];
};

describe("a cluster that is gone", () => {
  test("of AKS takes along whatever is in it", async () => {
    expect(await takenAlong("prod")).toEqual(["todo-azure-aks-cluster"]);
  });

  test("of DOKS leaves load balancers and volumes behind, so each object is deleted by itself", async () => {
    expect(await takenAlong("prod-doks")).toEqual([undefined]);
  });
});

test("what cannot be made again is protected, and nothing in the cluster is", async () => {
  const isProtected = async (stack: "prod" | "prod-doks"): Promise<string[]> =>
    (await recordStack(stack, stack === "prod" ? { stateStore: "redis", kafka: "event-hubs-standard" } : {}))
      .filter(
        (resource) => resource.isProtected && !/strimzi|CustomResourceDefinition/.test(resource.type + resource.name),
      )
      .map(({ type }) => type.split(":").at(-1) ?? "");
  expect([...new Set(await isProtected("prod"))].sort()).toEqual([
    "Database",
    "EventHub",
    "ManagedCluster",
    "Namespace",
    "RedisEnterprise",
    "Registry",
    "ResourceGroup",
    "Server",
    "Vault",
    "VirtualNetwork",
  ]);
  expect([...new Set(await isProtected("prod-doks"))].sort()).toEqual([
    "ContainerRegistry",
    "DatabaseCluster",
    "KubernetesCluster",
    "Vpc",
  ]);
});
