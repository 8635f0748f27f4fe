import { expect, test } from "vitest";
import { platformGraph } from "../../../infra/graph/platform-graph.ts";
import { definePlatform } from "../../../infra/model/platform.ts";
import { toOperatorsPageManifests } from "../../../infra/model/operators-page/operators-page-manifests.ts";
import { toOperatorsPageRoles } from "../../../infra/model/operators-page/operators-page-roles.ts";
import type { PlatformSpec } from "../../../infra/model/platform-spec.ts";
import { targets } from "../../../infra/model/targets.ts";
import { todoPlatform } from "../../../infra/model/todo.ts";
import { toExpectations } from "../../../infra/verify/expectations.ts";

const platform = todoPlatform(targets.local);

interface Role {
  readonly kind: string;
  readonly metadata: { readonly namespace: string };
  readonly rules: readonly { resources: readonly string[]; verbs: readonly string[]; resourceNames?: string[] }[];
}

const rights = (of: PlatformSpec): string[] =>
  (toOperatorsPageRoles(of) as unknown as Role[])
    .filter(({ kind }) => kind === "Role")
    .flatMap(({ metadata: { namespace }, rules }) =>
      rules.map(
        ({ resources, verbs, resourceNames }) =>
          `${namespace} ${verbs.join("+")} ${resources.join("+")} ${resourceNames?.length ?? "all"}`,
      ),
    );

test("the page's pod may look at pods, ask sidecars with their tokens, and run the broker's tools; nothing else", () => {
  expect(rights(platform)).toEqual([
    "todo-app list pods all",
    "todo-app get+create pods/portforward all",
    "todo-app get secrets 9",
    "monitoring list pods all",
    "monitoring get+create pods/portforward all",
    "kafka list pods all",
    "kafka get+create pods/exec 1",
  ]);
  const external = todoPlatform({ ...targets.aks, tracing: { backend: "zipkin" } });
  expect(rights(external).filter((right) => right.includes("exec"))).toEqual([]);
});

test("what the pod reads of the platform is what the model says, and no secret", () => {
  const config = toOperatorsPageManifests(platform, { replay: false }, "image").find(
    ({ kind }) => kind === "ConfigMap",
  );
  const text = (config?.["data"] as Record<string, string>)["platform.json"] ?? "";
  const read = JSON.parse(text) as PlatformSpec;
  expect(toExpectations(read)).toEqual(toExpectations(platform));
  expect(platformGraph(read)).toEqual(platformGraph(platform));
  expect(definePlatform({ ...read }).topology).toEqual(platform.topology);
  expect(text).not.toMatch(/PRIVATE KEY|"password":"[^"]/);
});

test("nothing listens where the network reaches but the answer to the kubelet", () => {
  const manifests = toOperatorsPageManifests(platform, { replay: false }, "image");
  expect(manifests.map(({ kind }) => kind)).not.toContain("Service");
  expect(JSON.stringify(manifests).match(/"containerPort":\d+/g)).toEqual(['"containerPort":18091']);
});
