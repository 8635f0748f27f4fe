import type { PlatformSpec } from "../infra/model/platform-spec.ts";
import { callApp as call, type AppCall } from "../infra/verify/call-app.ts";
import { UserError } from "../local/user-error.ts";
import { openCluster } from "./cluster-view.ts";

/**
 * Calls an app of a running cluster for an operator.
 * @throws UserError when no pod is ready or the app refuses
 */
export async function callApp(cluster: string, platform: PlatformSpec, app: string, what: AppCall): Promise<unknown> {
  await using view = openCluster(cluster, platform.namespace);
  try {
    return await call(view, platform, app, what);
  } catch (cause) {
    const remedy = `See what it says: todo-platform logs ${app}`;
    const { message } = cause as Error;
    throw new UserError([{ code: "app-call", severity: "error", value: app, message, remedy }]);
  }
}
