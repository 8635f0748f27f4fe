import { isObject, objectAt, type Properties, textOf } from "../rpc/property-values.ts";
import type { ApiClient } from "./api-client.ts";
import type { ApiObject } from "./api-object.ts";

const logLines = 10;

/**
 * Why an object is not ready, as far as the cluster tells: its pods' container states with their last log lines, and
 * the warnings recorded for the object and its pods. Never throws: an explanation that cannot be had is left out.
 */
export async function explain(client: ApiClient, object: ApiObject, selector?: string): Promise<string[]> {
  const namespace = object.metadata.namespace ?? client.namespace;
  try {
    const pods = (await podsOf(client, object, namespace, selector)).filter((pod) => !isReady(pod)).slice(0, 3);
    const reasons = await Promise.all(pods.map((pod) => explainPod(client, pod, namespace)));
    return [...reasons.flat(), ...(await warnings(client, namespace, [object, ...pods]))];
  } catch {
    return [];
  }
}

async function podsOf(
  client: ApiClient,
  object: ApiObject,
  namespace: string,
  selector?: string,
): Promise<ApiObject[]> {
  if (object.kind === "Pod") return [object];
  const labels = objectAt(objectAt(objectAt(object, "spec"), "selector"), "matchLabels");
  const labelSelector =
    selector ??
    Object.entries(labels)
      .map(([key, value]) => `${key}=${textOf(value)}`)
      .join(",");
  return labelSelector ? await client.list("v1", "Pod", namespace, { labelSelector }) : [];
}

function isReady(pod: ApiObject): boolean {
  const conditions = (objectAt(pod, "status")["conditions"] ?? []) as Properties[];
  return conditions.some((condition) => condition["type"] === "Ready" && condition["status"] === "True");
}

async function explainPod(client: ApiClient, pod: ApiObject, namespace: string): Promise<string[]> {
  const status = objectAt(pod, "status");
  const name = pod.metadata.name ?? "";
  const containers = [...list(status["initContainerStatuses"]), ...list(status["containerStatuses"])];
  const unready = containers.filter((container) => container["ready"] !== true && !completed(container));
  const scheduling = list(status["conditions"]).find(
    (one) => one["type"] === "PodScheduled" && one["status"] === "False",
  );
  const lines = unready.map(async (container) => {
    const log = await lastLog(client, `/api/v1/namespaces/${namespace}/pods/${name}/log`, container);
    return `pod ${name}, container ${textOf(container["name"])}: ${containerState(container)}${log}`;
  });
  return [...(scheduling ? [`pod ${name}: ${textOf(scheduling["message"])}`] : []), ...(await Promise.all(lines))];
}

function containerState(container: Properties): string {
  const state = ["waiting", "terminated", "running"].find((candidate) =>
    isObject(objectAt(container, "state")[candidate]),
  );
  const detail = objectAt(objectAt(container, "state"), state ?? "");
  const last = objectAt(objectAt(container, "lastState"), "terminated");
  const words = [state, detail["reason"], detail["message"], exit(detail), exit(last) && `last ${exit(last)}`];
  const restarts = Number(container["restartCount"] ?? 0);
  return [...words, restarts > 0 && `${restarts} restarts`].filter(Boolean).join(", ");
}

function exit(state: Properties): string {
  return state["exitCode"] === undefined ? "" : `exit code ${textOf(state["exitCode"])}`;
}

function completed(container: Properties): boolean {
  return objectAt(objectAt(container, "state"), "terminated")["exitCode"] === 0;
}

async function lastLog(client: ApiClient, path: string, container: Properties): Promise<string> {
  const previous =
    isObject(objectAt(container, "lastState")["terminated"]) && !isObject(objectAt(container, "state")["running"]);
  const query = new URLSearchParams({ container: textOf(container["name"]), tailLines: textOf(logLines) });
  if (previous) query.set("previous", "true");
  const text = await client.text(`${path}?${query}`).catch(() => "");
  return text.trim() === "" ? "" : `\n    | ${text.trimEnd().replaceAll("\n", "\n    | ")}`;
}

async function warnings(client: ApiClient, namespace: string, objects: readonly ApiObject[]): Promise<string[]> {
  const names = new Set(objects.map((object) => object.metadata.name));
  const events = await client.list("v1", "Event", namespace, { fieldSelector: "type=Warning" });
  const related = events.filter((event) => {
    const name = textOf(objectAt(event, "involvedObject")["name"]);
    return [...names].some((known) => known !== undefined && (name === known || name.startsWith(`${known}-`)));
  });
  const texts = related.map((event) => `${textOf(event["reason"])}: ${textOf(event["message"])}`);
  return [...new Set(texts)].slice(-5);
}

function list(value: unknown): Properties[] {
  return Array.isArray(value) ? (value as Properties[]) : [];
}
