import { describe, expect, test } from "vitest";
import { checkPlatform } from "../../../infra/model/checks/check-platform.ts";
import { component } from "../../../infra/model/dapr/define-component.ts";
import { checkManifest } from "../../../infra/model/dapr/kinds/check-manifest.ts";
import { restartChecksum } from "../../../infra/model/dapr/restart-checksum.ts";
import { toManifests } from "../../../infra/model/dapr/manifests.ts";
import { pubsubs, secretStores, stateStores, type PlatformChoice } from "../../../infra/model/platform-choice.ts";
import { PlatformError } from "../../../infra/model/problems.ts";
import { targets, type TargetSpec } from "../../../infra/model/targets.ts";
import { todoPlatform } from "../../../infra/model/todo.ts";
import { brokenPlatform } from "../platforms.ts";
import { combinations, nameOf } from "../../support/combinations.ts";

const problemsOf = (target: TargetSpec, choice: PlatformChoice): [code: string, path: string][] => {
  try {
    todoPlatform(target, choice);
    return [];
  } catch (failure) {
    if (failure instanceof PlatformError)
      return failure.problems.map(({ code, path = "" }): [string, string] => [code, path]);
    throw failure;
  }
};

const everyPair = (): string[] => {
  const parts = { stateStore: stateStores, pubsub: pubsubs, secretStore: secretStores };
  const keys = Object.keys(parts) as (keyof typeof parts)[];
  return keys.flatMap((first, index) =>
    keys
      .slice(index + 1)
      .flatMap((second) =>
        parts[first].flatMap((one) => parts[second].map((other) => `${first} ${one}, ${second} ${other}`)),
      ),
  );
};

describe("the dozen combinations", () => {
  test("cover every pair of values", () => {
    const missing = everyPair().filter((pair) => {
      const wanted = pair.split(", ").map((part) => part.split(" "));
      return !combinations.some((choice) =>
        wanted.every(([key = "", value]) => choice[key as keyof PlatformChoice] === value),
      );
    });
    expect([combinations.length, everyPair().length, missing]).toEqual([12, 26, []]);
  });

  test.each(combinations.map((choice) => [nameOf(choice), choice] as const))(
    "%s: is a platform whose every object Dapr takes",
    (_, choice) => {
      const platform = todoPlatform(targets.local, choice);
      expect(toManifests(platform).flatMap((manifest) => checkManifest(manifest, manifest.metadata.name))).toEqual([]);
      expect(platform.checked.warnings.map(({ code }) => code)).toEqual(choice.stateStore === "etcd" ? ["TP0442"] : []);
    },
  );

  test.each(combinations.map((choice) => [nameOf(choice), choice] as const))(
    "%s: is in production on servers that are run elsewhere, unless its state is in memory",
    (_, choice) => {
      expect(problemsOf(targets.doks, choice)).toEqual(
        choice.stateStore === "in-memory" ? [["TP0440", "components.statestore"]] : [],
      );
    },
  );
});

describe("a choice that cannot work is refused:", () => {
  test("several replicas with state in memory", () => {
    const choice = { stateStore: "in-memory", pubsub: "kafka", secretStore: "kubernetes" } as const;
    expect(problemsOf(targets.local, choice)).toEqual([["TP0439", "services.todo-backend.replicas"]]);
    expect(problemsOf(targets.local, { ...choice, backendReplicas: 1 })).toEqual([]);
  });

  test("actors on a store that has no transactions", () => {
    const platform = brokenPlatform((p) => {
      const metadata = { hosts: "cassandra:9042", actorStateStore: true } as const;
      p.components.statestore = component("state.cassandra/v1", { metadata });
    });
    expect(checkPlatform(platform).map(({ code, path }) => [code, path])).toContainEqual([
      "TP0812",
      "components.statestore.metadata[1].value",
    ]);
  });
});

describe("the servers of a choice", () => {
  test("are those of its components and no others", () => {
    const serversOf = (choice: PlatformChoice) => {
      const { kafka, redis, etcd, rabbitmq, vault } = todoPlatform(targets.local, choice);
      return Object.entries({ kafka, redis, etcd, rabbitmq, vault }).flatMap(([name, server]) =>
        server ? [name] : [],
      );
    };
    expect(combinations.map((choice) => [nameOf(choice), serversOf(choice)])).toEqual([
      ["postgresql, kafka, kubernetes", ["kafka"]],
      ["postgresql, redis, vault", ["redis", "vault"]],
      ["postgresql, rabbitmq, kubernetes", ["rabbitmq"]],
      ["redis, kafka, vault", ["kafka", "redis", "vault"]],
      ["redis, redis, kubernetes", ["redis"]],
      ["redis, rabbitmq, vault", ["redis", "rabbitmq", "vault"]],
      ["etcd, kafka, kubernetes", ["kafka", "etcd"]],
      ["etcd, redis, vault", ["redis", "etcd", "vault"]],
      ["etcd, rabbitmq, kubernetes", ["etcd", "rabbitmq"]],
      ["in-memory, kafka, vault", ["kafka", "vault"]],
      ["in-memory, redis, kubernetes", ["redis"]],
      ["in-memory, rabbitmq, vault", ["rabbitmq", "vault"]],
    ]);
  });

  test("are loaded by new pods, since daprd reloads no component of its actor store's name", () => {
    const checksums = stateStores.map((stateStore) =>
      restartChecksum(
        todoPlatform(targets.minikube, { stateStore, pubsub: "kafka", secretStore: "kubernetes", backendReplicas: 1 }),
        "todo-backend",
      ),
    );
    expect(new Set(checksums).size).toBe(stateStores.length);
    expect(checksums[0]).toBe(restartChecksum(todoPlatform(targets.minikube), "todo-backend"));
  });

  test("leave PostgreSQL to the apps' own databases", () => {
    const choice = { stateStore: "etcd", pubsub: "redis", secretStore: "vault" } as const;
    expect(todoPlatform(targets.local, choice).database?.owners.map(({ database }) => database)).toEqual([
      "tododb",
      "auditdb",
    ]);
  });
});
