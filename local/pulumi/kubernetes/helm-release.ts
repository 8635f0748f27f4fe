import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { propertyDiff } from "../rpc/property-diff.ts";
import { objectAt, withoutNulls, type Properties, textOf } from "../rpc/property-values.ts";
import { NotReadyError, type ResourceKind, type ResourceRequest, type ResourceState } from "../rpc/resource-kind.ts";
import { folderHash } from "../rpc/folder-hash.ts";
import { connected, isOn, type Cluster } from "./cluster.ts";
import { explain } from "./explain.ts";
import { helm, releaseStatus, type Helm } from "./helm.ts";

/** Seconds helm waits for the release's objects unless the release says otherwise; also the published default. */
const defaultTimeout = 300;

/** `helm.sh/v3:Release`, run by the helm program from a chart folder, an archive or a repository. */
export function helmRelease(cluster: Cluster): ResourceKind {
  return {
    check: ({ urn, inputs, oldInputs }) => check(withoutNulls(inputs), urn, oldInputs),
    diff: ({ inputs, oldInputs }) => {
      const changes = propertyDiff(oldInputs, inputs);
      const replaces = [...changes.keys()].filter((path) => path === "name" || path === "namespace");
      return { changes, replaces, deleteBeforeReplace: replaces.length > 0 && inputs["name"] === oldInputs["name"] };
    },
    create: (request) => deploy(cluster, request),
    update: (request) => deploy(cluster, request),
    read: (request) => read(cluster, request),
    delete: async (request) => {
      if (!cluster.client && isOn(cluster, "deleteUnreachable")) return;
      connected(cluster);
      const run = helm(cluster, namespaceOf(request.state));
      if ((await releaseStatus(run, textOf(request.state["name"]))) === undefined) return;
      await run(["uninstall", textOf(request.state["name"]), "--wait", "--timeout", `${timeoutOf(request)}s`]);
    },
  };
}

async function check(inputs: Properties, urn: string, oldInputs: Properties): Promise<Properties> {
  const generated = () => `${urn.split("::").pop() ?? ""}-${randomBytes(4).toString("hex")}`;
  const name = inputs["name"] ?? oldInputs["name"] ?? generated();
  const chart = textOf(inputs["chart"]);
  // A folder's content counts as its version does: an edited chart is a new deployment.
  const checksum = existsSync(chart) ? { checksum: await folderHash(chart) } : {};
  return { ...inputs, ...checksum, name, namespace: inputs["namespace"] ?? "default" };
}

async function deploy(cluster: Cluster, request: ResourceRequest): Promise<ResourceState> {
  const { inputs, preview } = request;
  const id = `${namespaceOf(inputs)}/${textOf(inputs["name"])}`;
  if (preview) return { id, outputs: inputs };
  const client = connected(cluster);
  const run = helm(cluster, namespaceOf(inputs));
  await endInterrupted(run, textOf(inputs["name"]));
  cluster.log("status", `helm is installing ${textOf(inputs["chart"])}`, request.urn);
  const failure = await run(upgradeArguments(request), JSON.stringify(objectAt(inputs, "values"))).catch(
    (error: Error) => error,
  );
  const outputs = { ...inputs, status: (await releaseStatus(run, textOf(inputs["name"]))) ?? {} };
  if (!(failure instanceof Error)) return { id, outputs };
  if (Object.keys(outputs.status).length === 0) throw failure;
  const any = {
    apiVersion: "v1",
    kind: "Release",
    metadata: { name: textOf(inputs["name"]), namespace: namespaceOf(inputs) },
  };
  const reasons = await explain(client, any, `app.kubernetes.io/instance=${textOf(inputs["name"])}`);
  throw new NotReadyError({ id, outputs }, [failure.message, ...reasons]);
}

const switches = {
  skipCrds: "skip-crds",
  atomic: "atomic",
  cleanupOnFail: "cleanup-on-fail",
  createNamespace: "create-namespace",
  dependencyUpdate: "dependency-update",
  forceUpdate: "force",
  waitForJobs: "wait-for-jobs",
};

function upgradeArguments(request: ResourceRequest): string[] {
  const { inputs } = request;
  const options = { version: inputs["version"], repo: objectAt(inputs, "repositoryOpts")["repo"] };
  return [
    ...["upgrade", textOf(inputs["name"]), textOf(inputs["chart"]), "--install", "--reset-values", "--values", "-"],
    ...["--timeout", `${timeoutOf(request)}s`],
    ...(inputs["skipAwait"] === true ? [] : ["--wait"]),
    ...Object.entries(switches).flatMap(([name, flag]) => (inputs[name] === true ? [`--${flag}`] : [])),
    ...Object.entries(options).flatMap(([flag, value]) => (value ? [`--${flag}`, textOf(value)] : [])),
  ];
}

/** An operation that was killed leaves its mark, and helm refuses every further one until it is removed. */
async function endInterrupted(run: Helm, name: string): Promise<void> {
  const status = (await releaseStatus(run, name))?.status;
  if (status === "pending-install" || status === "uninstalling") await run(["uninstall", name, "--wait"]);
  if (status === "pending-upgrade" || status === "pending-rollback") await run(["rollback", name]);
}

async function read(cluster: Cluster, { id, inputs }: ResourceRequest): Promise<ResourceState | undefined> {
  connected(cluster);
  const [name = "", namespace = "default"] = id.split("/").reverse();
  const run = helm(cluster, namespace);
  const status = await releaseStatus(run, name);
  if (status === undefined) return undefined;
  const values = JSON.parse(await run(["get", "values", name, "--output", "json"])) as Properties | null;
  const live = { ...inputs, name, namespace, ...(("values" in inputs || values) && { values: values ?? {} }) };
  return { id, outputs: { ...live, status }, inputs: live };
}

function namespaceOf(properties: Properties): string {
  return textOf(properties["namespace"] ?? "default");
}

function timeoutOf({ inputs, state, timeout }: ResourceRequest): number {
  return timeout || Number(inputs["timeout"] ?? state["timeout"] ?? defaultTimeout);
}
