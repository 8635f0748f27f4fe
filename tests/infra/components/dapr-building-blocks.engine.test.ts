import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { daprCrds } from "../../../infra/crds/dapr-crds.ts";
import { repositoryRoot } from "../../../local/paths.ts";
import { startApiserver, type Apiserver } from "../../support/apiserver.ts";
import { commands, createPulumiProject, stateAtTheEnd, type PulumiProject } from "../../support/pulumi-project.ts";

const module = (path: string): string => JSON.stringify(join(repositoryRoot, path));

/** The Dapr objects of the platform with a choice of servers, and something that comes after them, as the apps do. */
const program = (kubeconfig: string): string => `
import { ConfigMap } from "@pulumi/kubernetes/core/v1/configMap.js";
import { Provider } from "@pulumi/kubernetes/provider.js";
import { DaprBuildingBlocks } from ${module("infra/components/dapr-building-blocks.ts")};
import { targets } from ${module("infra/model/targets.ts")};
import { todoPlatform } from ${module("infra/model/todo.ts")};
import { secret } from "@pulumi/pulumi";

const choice = JSON.parse(process.env.CHOICE);
const platform = { ...todoPlatform(targets.local, choice), namespace: "default" };
const provider = new Provider("cluster", { kubeconfig: secret(${JSON.stringify(kubeconfig)}), enableConfigMapMutable: true });
const blocks = new DaprBuildingBlocks("objects", { platform, namespace: "default" }, { providers: [provider] });
new ConfigMap("apps", { metadata: { name: "apps", namespace: "default" }, data: choice }, { provider, dependsOn: [blocks] });
`;

interface EngineEvent {
  readonly resourcePreEvent?: { readonly metadata: { readonly op: string; readonly urn: string } };
}

let apiserver: Apiserver;
let project: PulumiProject;

const choices = {
  kafka: { stateStore: "postgresql", pubsub: "kafka", secretStore: "kubernetes" },
  redis: { stateStore: "postgresql", pubsub: "redis", secretStore: "kubernetes" },
} as const;

/** What the engine did, in its order, as `<operation> <name>`; what stays is left out. */
const up = async (choice: keyof typeof choices): Promise<string[]> => {
  const { stdout } = await project.succeed([...commands.up, "--json"], {
    CHOICE: JSON.stringify(choices[choice]),
    ...stateAtTheEnd,
  });
  return stdout
    .split("\n")
    .filter((line) => line !== "")
    .flatMap((line) => (JSON.parse(line) as EngineEvent).resourcePreEvent?.metadata ?? [])
    .filter(({ op }) => op !== "same")
    .map(({ op, urn }) => `${op} ${urn.split("::").at(-1)}`);
};

const components = async (): Promise<string[]> => {
  const { items } = (await apiserver.call("GET", "/apis/dapr.io/v1alpha1/namespaces/default/components")) as {
    items: { metadata: { name: string } }[];
  };
  return items.map(({ metadata }) => metadata.name).filter((name) => name.endsWith("-pubsub"));
};

beforeAll(async () => {
  apiserver = await startApiserver();
  for (const crd of daprCrds("dapr-system"))
    await apiserver.call("POST", "/apis/apiextensions.k8s.io/v1/customresourcedefinitions", crd);
  project = await createPulumiProject(program(await readFile(apiserver.kubeconfig, "utf8")));
});

afterAll(async () => {
  await project.remove();
  await apiserver.stop();
});

describe("another server behind a building block", () => {
  test("the old component is gone before the apps start anew: it would end sidecars that cannot reach its server", async () => {
    await up("kafka");
    expect(await components()).toEqual(["kafka-pubsub"]);
    const operations = await up("redis");
    const [gone, made, apps] = [
      "delete-replaced objects-pubsub",
      "create-replacement objects-pubsub",
      "update apps",
    ].map((operation) => operations.indexOf(operation));
    expect([gone, made, apps].every((place) => place !== undefined && place >= 0)).toBe(true);
    expect([gone, made, apps]).toEqual([gone, made, apps].toSorted((a = 0, b = 0) => a - b));
    expect(await components()).toEqual(["redis-pubsub"]);
  });

  test("and back again", async () => {
    await up("kafka");
    expect(await components()).toEqual(["kafka-pubsub"]);
  });
});
