import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { daprCrds } from "../../../infra/crds/dapr-crds.ts";
import { toManifests } from "../../../infra/model/dapr/manifests.ts";
import { targets } from "../../../infra/model/targets.ts";
import { todoPlatform } from "../../../infra/model/todo.ts";
import { program } from "../../../infra/program.ts";
import { startApiserver, type Apiserver } from "../../support/apiserver.ts";
import { combinations } from "../../support/combinations.ts";
import { record } from "../components/record.ts";

interface Written {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
}

const crds = daprCrds("dapr-system");
const plurals: Readonly<Record<string, string>> = {
  ...Object.fromEntries(crds.map(({ spec }) => [spec.names.kind, spec.names.plural])),
  ConfigMap: "configmaps",
  Deployment: "deployments",
  NetworkPolicy: "networkpolicies",
  Secret: "secrets",
  Service: "services",
  StatefulSet: "statefulsets",
};

const collection = ({ apiVersion, kind }: Written): string =>
  `${apiVersion.includes("/") ? "/apis" : "/api"}/${apiVersion}/namespaces/default/${plurals[kind]}`;

let apiserver: Apiserver;

/** What a real API server that validates strictly says against objects. */
const refusals = async (objects: readonly Written[]): Promise<string[]> => {
  const answers = objects.map((object) => {
    const placed = { ...object, metadata: { ...object.metadata, namespace: "default" } };
    return apiserver.call("POST", `${collection(object)}?dryRun=All&fieldValidation=Strict`, placed).then(
      () => [],
      (failure: unknown) => [`${object.kind} ${object.metadata.name}: ${String(failure)}`],
    );
  });
  return (await Promise.all(answers)).flat();
};

/** A secret of the stack as its value. */
const revealed = (value: any): any => {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(revealed);
  if ("secret" in value && Object.keys(value as object).length === 1 && typeof value.secret !== "object")
    return value.secret;
  return Object.fromEntries(Object.entries(value as object).map(([key, member]) => [key, revealed(member)]));
};

/** The objects of the chosen servers, as the program registers them. */
const serverObjects = async (chosen: Record<string, string>): Promise<Written[]> => {
  const graph = await record(
    { target: "local", registry: "r:5000", kubeconfig: "/does/not/exist", ...chosen },
    program,
  );
  return graph
    .filter(({ type, name }) => type.startsWith("kubernetes:") && /^todo-(redis|etcd|rabbitmq|vault)-/.test(name))
    .map(({ type, inputs }) => {
      const [, group = "", kind = ""] = type.split(":");
      const { stringData, ...rest } = inputs;
      const apiVersion = group.replace(/^core\//, "");
      // Passwords are known to a real engine only.
      return { apiVersion, kind, ...revealed(rest), ...(stringData === undefined ? {} : { stringData: {} }) };
    });
};

beforeAll(async () => {
  apiserver = await startApiserver();
  for (const crd of crds) await apiserver.call("POST", "/apis/apiextensions.k8s.io/v1/customresourcedefinitions", crd);
  for (const { apiVersion, kind, metadata } of toManifests(todoPlatform(targets.local)))
    for (let served = false; !served; await sleep(50))
      served = await apiserver.call("GET", collection({ apiVersion, kind, metadata })).then(
        () => true,
        () => false,
      );
}, 180_000);
afterAll(() => apiserver.stop());

describe("a real API server takes, with strict validation,", () => {
  test("every Dapr object of every combination, on development and production targets", async () => {
    const objects = combinations.flatMap((choice) => [
      ...toManifests(todoPlatform(targets.local, choice)),
      ...(choice.stateStore === "in-memory" ? [] : toManifests(todoPlatform(targets.doks, choice))),
    ]);
    const different = [...new Map(objects.map((object) => [JSON.stringify(object), object])).values()];
    expect(different.length).toBeGreaterThan(80);
    expect(await refusals(different)).toEqual([]);
  });

  test.each([
    [{ stateStore: "etcd", pubsub: "rabbitmq", secretStore: "vault" }, 18],
    [{ stateStore: "redis", pubsub: "redis" }, 6],
  ])("the servers of %o", async (chosen, count) => {
    const objects = await serverObjects(chosen);
    expect(objects).toHaveLength(count);
    expect(await refusals(objects)).toEqual([]);
  });
});
