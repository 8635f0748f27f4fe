import { KubeConfig } from "@kubernetes/client-node";
import type { PlatformSpec } from "../infra/model/platform-spec.ts";
import { ClusterView } from "../infra/verify/cluster-view.ts";
import { clusterFiles } from "../local/cluster/cluster-files.ts";
import { UserError } from "../local/user-error.ts";

/** A call of an app's route for operators. */
export interface AppCall {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly body?: unknown;
}

const failed = (app: string, message: string): UserError =>
  new UserError([
    {
      code: "app-call",
      severity: "error",
      value: app,
      message,
      remedy: `See what it says: todo-platform logs ${app}`,
    },
  ]);

/**
 * Calls an app of a running cluster through the apiserver, with the app's own token.
 * @throws UserError when no pod is ready or the app refuses
 */
export async function callApp(cluster: string, platform: PlatformSpec, app: string, call: AppCall): Promise<unknown> {
  const kubeconfig = new KubeConfig();
  kubeconfig.loadFromFile(clusterFiles(cluster).kubeconfig);
  await using view = new ClusterView(kubeconfig, platform.namespace);
  const target = await view.app(app, platform.topology.apps[app]?.port ?? 0);
  if (!target) throw failed(app, "no pod of it is ready");
  const answer = await fetch(target.url + call.path, {
    method: call.method,
    headers: { "dapr-api-token": target.token, "content-type": "application/json", connection: "close" },
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw failed(app, `it answered ${answer.status}: ${text.slice(0, 300)}`);
  return JSON.parse(text) as unknown;
}
