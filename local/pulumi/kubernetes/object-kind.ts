import { randomBytes } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { propertyDiff } from "../rpc/property-diff.ts";
import { hasUnknown, objectAt, withoutNulls, type Properties, textOf } from "../rpc/property-values.ts";
import {
  NotReadyError,
  type ResourceDiff,
  type ResourceKind,
  type ResourceRequest,
  type ResourceState,
} from "../rpc/resource-kind.ts";
import { annotation, contentOf, idOf, inputsOf, outputsOf, secretsMarked, type ApiObject } from "./api-object.ts";
import { connected, isOn, type Cluster } from "./cluster.ts";
import { liveInputs } from "./live-inputs.ts";
import { readinessOf } from "./readiness.ts";
import { replacementPaths } from "./replacement.ts";
import { ignoreNotFound, timeoutOf, waitUntilGone, waitUntilReady } from "./wait.ts";

/** The behaviour of every Kubernetes kind; what is particular to one is its readiness. */
export function objectKind(cluster: Cluster, type: string): ResourceKind {
  return {
    check: ({ urn, inputs, oldInputs }) =>
      secretsMarked(withName(asObject(withoutNulls(inputs), type), urn, oldInputs)),
    diff: (request) => diff(cluster, type, request),
    create: (request) => apply(cluster, type, request),
    update: (request) => apply(cluster, type, request),
    read: (request) => read(cluster, type, request),
    delete: (request) => remove(cluster, type, request),
  };
}

async function diff(
  cluster: Cluster,
  type: string,
  { oldInputs, inputs, state }: ResourceRequest,
): Promise<ResourceDiff> {
  const [before, after] = [asObject(oldInputs, type), resolved(asObject(inputs, type), state)];
  const changes = propertyDiff(oldInputs, inputs);
  const sameName = idOf(after) === idOf(asObject(state, type));
  if (await isFailedJob(cluster, after)) {
    const path = 'metadata.annotations["pulumi.com/replaceUnready"]';
    return { changes: changes.set(path, "update"), replaces: [path], deleteBeforeReplace: sameName };
  }
  if (changes.size === 0) return { changes };
  const outcome = await replacementPaths(cluster, before, after, changes);
  if (outcome === "no effect") return { changes: new Map() };
  return { changes, replaces: outcome, deleteBeforeReplace: outcome.length > 0 && sameName };
}

/** A Job with `pulumi.com/replaceUnready` that is not complete is made anew, since applying it again changes nothing. */
async function isFailedJob({ client }: Cluster, job: ApiObject): Promise<boolean> {
  if (job.kind !== "Job" || annotation(job, "pulumi.com/replaceUnready") !== "true" || !client || hasUnknown(job))
    return false;
  const live = await client.get(job).catch(() => undefined);
  return live !== undefined && readinessOf(live).state !== "ready";
}

/** The object a property bag describes; for reads by id alone, group and kind come from the type token. */
function asObject(properties: Properties, type: string): ApiObject {
  const [, groupVersion = "", kind = ""] = type.split(":");
  const apiVersion = groupVersion.replace(/^core\//, "");
  return { apiVersion, kind, ...properties, metadata: objectAt(properties, "metadata") };
}

function withName(object: ApiObject, urn: string, oldInputs: Properties): ApiObject {
  if (object.metadata.name || object.metadata["generateName"]) return object;
  const former = annotation(oldInputs, "pulumi.com/autonamed") ? objectAt(oldInputs, "metadata")["name"] : undefined;
  const name = former ?? `${urn.split("::").pop() ?? ""}-${randomBytes(4).toString("hex")}`;
  const annotations = { ...object.metadata.annotations, "pulumi.com/autonamed": "true" };
  return { ...object, metadata: { ...object.metadata, name: textOf(name), annotations } };
}

/** An input without a namespace means the one the object was made in. */
function resolved(object: ApiObject, state: Properties): ApiObject {
  const namespace = object.metadata.namespace ?? (objectAt(state, "metadata")["namespace"] as string | undefined);
  return namespace ? { ...object, metadata: { ...object.metadata, namespace } } : object;
}

async function apply(cluster: Cluster, type: string, request: ResourceRequest): Promise<ResourceState> {
  const inputs = resolved(asObject(request.inputs, type), request.state);
  const force = mayForce(cluster, inputs);
  if (request.preview) {
    const applied =
      request.id && cluster.client && !hasUnknown(inputs)
        ? await cluster.client.apply(inputs, { force, dryRun: true })
        : inputs;
    return { id: request.id, outputs: outputsOf(applied) };
  }
  const client = connected(cluster);
  const applied = await client.apply(inputs, { force });
  const options = {
    client,
    signal: cluster.signal,
    timeout: timeoutOf(inputs, request.timeout),
    progress: (message: string) => cluster.log("status", message, request.urn),
  };
  const { object, reasons } = await waitUntilReady(applied, options);
  const state = { id: idOf(object), outputs: outputsOf(object) };
  if (reasons.length > 0) throw new NotReadyError(state, reasons);
  return state;
}

/** Whether fields that another manager has taken may be taken back, decided as the published provider does. */
function mayForce(cluster: Cluster, object: ApiObject): boolean {
  return (
    annotation(object, "pulumi.com/patchForce") === "true" ||
    isOn(cluster, "enablePatchForce") ||
    process.env["PULUMI_K8S_ENABLE_PATCH_FORCE"] === "true"
  );
}

async function read(cluster: Cluster, type: string, request: ResourceRequest): Promise<ResourceState | undefined> {
  const client = connected(cluster);
  const [name = "", namespace] = request.id.split("/").reverse();
  const inputs = asObject(request.inputs, type);
  const wanted = { ...inputs, metadata: { ...inputs.metadata, name, ...(namespace && { namespace }) } };
  const live = await client.get(wanted).catch(ignoreNotFound);
  if (live === undefined) return undefined;
  const state = { id: idOf(live), outputs: outputsOf(live) };
  if (Object.keys(request.inputs).length === 0) return { ...state, inputs: inputsOf(live) };
  const applied = await client.apply(wanted, { force: true, dryRun: true }).catch(() => live);
  const unchanged = isDeepStrictEqual(contentOf(live), contentOf(applied));
  return { ...state, inputs: unchanged ? request.inputs : (liveInputs(request.inputs, live, applied) as Properties) };
}

async function remove(cluster: Cluster, type: string, request: ResourceRequest): Promise<void> {
  if (!cluster.client && isOn(cluster, "deleteUnreachable")) return;
  const client = connected(cluster);
  const state = asObject(request.state, type);
  const live = await client.get(state).catch(ignoreNotFound);
  if (live === undefined) return;
  await client
    .delete(state, annotation(state, "pulumi.com/deletionPropagationPolicy") ?? "Foreground")
    .catch(ignoreNotFound);
  await waitUntilGone(live, {
    client,
    signal: cluster.signal,
    timeout: timeoutOf(state, request.timeout),
    progress: (message) => cluster.log("status", message, request.urn),
  });
}
