import { setTimeout as sleep } from "node:timers/promises";
import { objectAt } from "../rpc/property-values.ts";
import type { ApiClient } from "./api-client.ts";
import { ApiError } from "./api-error.ts";
import { annotation, type ApiObject } from "./api-object.ts";
import { explain } from "./explain.ts";
import { readinessOf, waitedFor, type Readiness } from "./readiness.ts";

/** What a wait needs: the cluster, a way to end it, a place for progress, and its limit in seconds. */
export interface WaitOptions {
  readonly client: ApiClient;
  readonly signal: AbortSignal;
  readonly timeout: number;
  readonly progress: (message: string) => void;
}

const interval = 300;
const defaultTimeout = 600;

/** The limit in seconds: the resource's own option, else its annotation, else ten minutes. */
export function timeoutOf(object: ApiObject, requested: number): number {
  return requested || Number(annotation(object, "pulumi.com/timeoutSeconds") ?? defaultTimeout);
}

/** The object once it is ready, or the reasons why it is not. */
export async function waitUntilReady(
  object: ApiObject,
  options: WaitOptions,
): Promise<{ object: ApiObject; reasons: string[] }> {
  if (annotation(object, "pulumi.com/skipAwait") === "true") return { object, reasons: [] };
  const deadline = Date.now() + options.timeout * 1000;
  for (let live = object, shown = ""; ; live = await options.client.get(object)) {
    const readiness = await assess(options.client, live);
    if (readiness.state === "ready") return { object: live, reasons: [] };
    const late = Date.now() > deadline ? `not ready after ${options.timeout} s: ` : "";
    if (late || readiness.state === "failed") {
      return { object: live, reasons: [`${late}${readiness.reason}`, ...(await explain(options.client, live))] };
    }
    if (readiness.reason !== shown) options.progress((shown = readiness.reason));
    const cancelled = await sleep(interval, undefined, { signal: options.signal }).catch(() => "cancelled");
    if (cancelled) return { object: live, reasons: [`cancelled while ${readiness.reason}`] };
  }
}

/** Returns once the object is gone, or another one has taken its name; throws at the limit, naming what holds it. */
export async function waitUntilGone(object: ApiObject, options: WaitOptions): Promise<void> {
  const deadline = Date.now() + options.timeout * 1000;
  for (;;) {
    const live = await options.client.get(object).catch(ignoreNotFound);
    if (live === undefined || live.metadata.uid !== object.metadata.uid) return;
    if (Date.now() > deadline) throw new Error(`not deleted after ${options.timeout} s; ${holders(live)}`);
    options.progress(`waiting for deletion; ${holders(live)}`);
    await sleep(interval, undefined, { signal: options.signal });
  }
}

/** For `catch`: an object that is not there is undefined. */
export function ignoreNotFound(error: unknown): undefined {
  if (error instanceof ApiError && error.code === 404) return undefined;
  throw error;
}

async function assess(client: ApiClient, object: ApiObject): Promise<Readiness> {
  const expression = annotation(object, "pulumi.com/waitFor");
  if (expression) return waitedFor(object, expression);
  const readiness = readinessOf(object);
  if (object.kind === "Service" && object.apiVersion === "v1" && readiness.state === "ready")
    return endpoints(client, object);
  if (object.kind === "PersistentVolumeClaim" && readiness.state === "waiting")
    return lateBinding(client, object, readiness);
  return readiness;
}

/** A Service with a selector is of use once a pod behind it is ready; headless ones are discovered by name only. */
async function endpoints(client: ApiClient, service: ApiObject): Promise<Readiness> {
  const spec = objectAt(service, "spec");
  const selects = Object.keys(objectAt(spec, "selector")).length > 0;
  if (!selects || spec["clusterIP"] === "None" || spec["type"] === "ExternalName") return { state: "ready" };
  const slices = await client.list("discovery.k8s.io/v1", "EndpointSlice", service.metadata.namespace ?? "", {
    labelSelector: `kubernetes.io/service-name=${service.metadata.name ?? ""}`,
  });
  const addresses = slices.flatMap((slice) => (slice["endpoints"] ?? []) as { conditions?: { ready?: boolean } }[]);
  const some = addresses.some((endpoint) => endpoint.conditions?.ready !== false);
  return some ? { state: "ready" } : { state: "waiting", reason: "no ready pod behind the service" };
}

/** A claim whose class binds on first use stays pending until a pod wants it, which is as ready as it gets. */
async function lateBinding(client: ApiClient, claim: ApiObject, otherwise: Readiness): Promise<Readiness> {
  const name = objectAt(claim, "spec")["storageClassName"];
  if (typeof name !== "string" || name === "") return otherwise;
  const wanted = { apiVersion: "storage.k8s.io/v1", kind: "StorageClass", metadata: { name } };
  const storageClass = await client.get(wanted).catch(ignoreNotFound);
  return storageClass?.["volumeBindingMode"] === "WaitForFirstConsumer" ? { state: "ready" } : otherwise;
}

function holders(object: ApiObject): string {
  const finalizers = (object.metadata["finalizers"] ?? []) as string[];
  const conditions = (objectAt(object, "status")["conditions"] ?? []) as { status?: string; message?: string }[];
  const messages = conditions.filter((one) => one.status === "True" && one.message).map((one) => one.message);
  return [finalizers.length > 0 ? `finalizers ${finalizers.join(", ")}` : "terminating", ...messages].join("; ");
}
