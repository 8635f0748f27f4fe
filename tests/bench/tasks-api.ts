import { setTimeout as sleep } from "node:timers/promises";
import { signToken } from "../../apps/service-kit/src/bearer-token.ts";
import { todoTopology } from "../../apps/contracts/src/todo-topology.ts";
import type { Cluster } from "./cluster.ts";
import type { HttpRequest } from "./drivers/job.ts";

/** Users of the benchmark begin with this, so that their tasks can be told and removed. */
export const userPrefix = "bench-user-";
const namespace = "todo-app";
/** So many that none comes near the limit of requests that a user may send in a minute. */
const users = 24;
/** Tasks of each user whose list is asked for. */
const listed = 20;

/** The REST API of the running platform, through the frontend and at the backend itself. */
export interface TasksApi {
  /** Requests that create a task each; users take turns. */
  create(through: "frontend" | "backend"): readonly HttpRequest[];
  /** Requests that list the 20 tasks of a user; users take turns. */
  list(through: "frontend" | "backend"): readonly HttpRequest[];
  readonly auditUrl: string;
  readonly ca: string;
  /** Waits until every event has left the outbox. */
  drain(): Promise<void>;
  /** Removes what the benchmark's users have, but not their audit trail, which nobody can shorten. */
  remove(): Promise<void>;
}

const connection = async (cluster: Cluster, secret: string): Promise<string> =>
  (await cluster.secret(namespace, secret))["connection-string"] ?? "";

/** Finds the pods, tokens and databases of the platform. */
export const findTasksApi = async (cluster: Cluster): Promise<TasksApi> => {
  const [pods, ca, backendUrl, auditUrl, stateUrl, jwt, token] = await Promise.all([
    cluster.pods(namespace),
    cluster.secret(namespace, "platform-ca").then((secret) => secret["ca.crt"] ?? ""),
    connection(cluster, "postgres-credentials"),
    connection(cluster, "audit-postgres-credentials"),
    connection(cluster, "statestore-credentials"),
    cluster.secret(namespace, "jwt-secret").then((secret) => secret["key"] ?? ""),
    cluster.secret(namespace, "todo-backend-app-api-token").then((secret) => secret["token"] ?? ""),
  ]);
  const base = (app: "todo-frontend" | "todo-backend"): string[] =>
    pods.flatMap((pod) => (pod.app === app && pod.ready ? [`http://${pod.ip}:${todoTopology.apps[app].port}`] : []));
  const targets = { frontend: base("todo-frontend"), backend: base("todo-backend") };
  const sign = (prefix: string): Promise<string[]> =>
    Promise.all(Array.from({ length: users }, (_, user) => signToken(jwt, `${prefix}${user}`)));
  const [writers, readers] = [await sign(userPrefix), await sign(`${userPrefix}reader-`)];
  const body = JSON.stringify({ title: "Measure the platform", priority: "medium" });
  const request = (through: keyof typeof targets, user: string, index: number, create: boolean): HttpRequest => {
    const hosts = targets[through];
    const headers = { authorization: `Bearer ${user}`, ...(through === "backend" ? { "dapr-api-token": token } : {}) };
    const url = `${hosts[index % hosts.length]}/api/tasks`;
    return create ? { url, method: "POST", headers, body } : { url, method: "GET", headers };
  };
  const sql = (url: string, ...statements: string[]): Promise<unknown[][]> =>
    cluster.drive("sql", { url, ca, statements });
  await sql(
    backendUrl,
    `insert into tasks (id, user_id, title, description, due_at, priority, completed, version, created_at, updated_at)
     select gen_random_uuid(), reader, 'Task ' || n, '', null, 'medium', false, 1, now(), now()
     from generate_series(1, ${listed}) as n, (select '${userPrefix}reader-' || i as reader from generate_series(0, ${users - 1}) as i) as r
     where (select count(*) from tasks where user_id = reader) < n`,
  );
  return {
    create: (through) => writers.map((user, index) => request(through, user, index, true)),
    list: (through) => readers.map((user, index) => request(through, user, index, false)),
    auditUrl,
    ca,
    drain: async () => {
      for (let tries = 0; tries < 120; tries++) {
        const [rows] = await sql(backendUrl, "select 1 from outbox limit 1");
        if (rows?.length === 0) return;
        await sleep(500);
      }
    },
    remove: async () => {
      await sql(backendUrl, `delete from tasks where user_id like '${userPrefix}%'`);
      await sql(stateUrl, `delete from state where key like '%||user-${userPrefix}%'`);
    },
  };
};
