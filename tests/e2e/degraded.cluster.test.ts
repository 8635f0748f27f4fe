import type { ServiceStatus, Task } from "@todo-platform/contracts";
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from "vitest";
import { eventually } from "./support/eventually.ts";
import { createKubectl } from "./support/kubectl.ts";
import { openMesh, type Mesh } from "./support/mesh.ts";
import { podProcesses } from "./support/pod-processes.ts";
import { runCli } from "./support/run-program.ts";
import { signUp, type TodoApi } from "./support/todo-api.ts";

const platform = inject("platform");
const kubectl = createKubectl(platform);
let mesh: Mesh;
let letters: number;
/** Puts back what a test has switched off. */
let mend: (() => Promise<void>) | undefined;

async function deadLetters(): Promise<number> {
  const { stdout } = await runCli(["dlq", "list", "--all", "--limit", "1000", "--cluster", platform.cluster, "--json"]);
  return (JSON.parse(stdout) as { dead_letters: unknown[] }).dead_letters.length;
}

beforeAll(() => {
  mesh = openMesh(platform);
});
afterAll(() => mesh[Symbol.asyncDispose]());
beforeEach(async () => {
  letters = await deadLetters();
});
afterEach(async () => {
  await mend?.();
  mend = undefined;
  expect(await deadLetters()).toBe(letters);
});

async function scale(kind: string, name: string, namespace: string, replicas: number): Promise<void> {
  await kubectl.run(["scale", kind, name, "-n", namespace, `--replicas=${replicas}`]);
  if (replicas > 0) await kubectl.run(["rollout", "status", `${kind}/${name}`, "-n", namespace, "--timeout=180s"]);
  else await kubectl.run(["wait", "--for=delete", "pod", "-l", `app.kubernetes.io/name=${name}`, "-n", namespace]);
}

/** Runs a statement in the database server as its superuser. */
const sql = (statement: string): Promise<string> =>
  kubectl.run(
    [
      ...["exec", "-i", "-n", "todo-app", "postgres-0", "--", "bash", "-c"],
      'PGPASSWORD="$(cat /etc/postgres-credentials/password)" psql -U postgres -v ON_ERROR_STOP=1',
    ],
    statement,
  );

async function serviceStatus(api: TodoApi): Promise<ServiceStatus> {
  const answer = await api.call("GET", "/api/status");
  expect(answer.status).toBe(200);
  return (await answer.json()) as ServiceStatus;
}

const createdOnce = async (api: TodoApi, tasks: readonly Task[]): Promise<void> => {
  const entries = await api.audit("");
  const created = entries.filter(({ event_type }) => event_type === "task.created");
  const ids = created.map(({ payload }) => (payload as { task_id: string }).task_id);
  expect(ids.sort()).toEqual(tasks.map(({ id }) => id).sort());
};
const toldOnce = async (api: TodoApi, tasks: readonly Task[]): Promise<void> => {
  const told = (await api.notifications()).filter(({ event_type }) => event_type === "task.created");
  expect(told.map(({ task_id }) => task_id).sort()).toEqual(tasks.map(({ id }) => id).sort());
};

async function addTasks(api: TodoApi, count: number): Promise<Task[]> {
  const tasks: Task[] = [];
  for (let number = 1; number <= count; number++) tasks.push(await api.addTask(`task ${number}`));
  return tasks;
}

test("without the broker changes are accepted and said to be delayed; their events follow when it is back", async () => {
  const api = await signUp(platform, "no-kafka");
  mend = () => scale("statefulset", "todo-kafka", "kafka", 1);
  await scale("statefulset", "todo-kafka", "kafka", 0);
  const tasks = await addTasks(api, 5);
  expect((await api.tasks()).map(({ id }) => id).sort()).toEqual(tasks.map(({ id }) => id).sort());
  await eventually(async () => {
    const { status, parts, waiting_events } = await serviceStatus(api);
    expect([status, parts.events, waiting_events >= 5]).toEqual(["degraded", "delayed", true]);
  }, 30_000);
  await mend();
  await eventually(async () => {
    await createdOnce(api, tasks);
    await toldOnce(api, tasks);
    expect((await serviceStatus(api)).parts.events).toBe("ok");
  }, 60_000);
}, 300_000);

test("without the state store the database answers; notifications follow when it is back", async () => {
  const api = await signUp(platform, "no-state");
  const first = await api.addTask("before");
  mend = async () => void (await sql("alter database statedb allow_connections true"));
  await sql(`alter database statedb allow_connections false;
    select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = 'statedb';`);
  const read = await api.call("GET", `/api/tasks/${first.id}`);
  expect([read.status, ((await read.json()) as Task).title]).toEqual([200, "before"]);
  const tasks = [first, ...(await addTasks(api, 3))];
  expect((await api.tasks()).length).toBe(4);
  // Each replica tells what it has seen itself.
  await eventually(async () => expect((await serviceStatus(api)).parts.cache).toBe("unavailable"));
  // Longer than Dapr's own retries of a delivery.
  await new Promise((resolve) => setTimeout(resolve, 15_000));
  await mend();
  await eventually(async () => {
    await createdOnce(api, tasks);
    await toldOnce(api, tasks);
    expect((await serviceStatus(api)).parts.cache).toBe("ok");
  }, 60_000);
}, 300_000);

test.each(["notification-service", "audit-service", "event-service"])(
  "while %s is down everything else goes on, and it catches up when it is back",
  async (app) => {
    const api = await signUp(platform, "no-subscriber");
    mend = () => scale("deployment", app, "todo-app", 1);
    await scale("deployment", app, "todo-app", 0);
    const tasks = await addTasks(api, 5);
    await mend();
    await eventually(async () => {
      await createdOnce(api, tasks);
      await toldOnce(api, tasks);
      const summary = await (await api.call("GET", "/api/events/summary")).json();
      expect(summary).toMatchObject({ created: 5 });
    }, 60_000);
  },
  300_000,
);

test.each(["notification-service", "todo-backend"])(
  "the sidecar of %s that is killed loses no event and comes back by itself",
  async (app) => {
    const api = await signUp(platform, "no-sidecar");
    const before = await addTasks(api, 3);
    const sidecars = (await podProcesses(platform.cluster)).filter(({ command }) =>
      new RegExp(`daprd .*--app-id[ =]${app} `).test(command),
    );
    expect(sidecars.length).toBeGreaterThan(0);
    for (const { pid } of sidecars) process.kill(pid, "SIGKILL");
    const after = await eventually(() => addTasks(api, 3), 60_000, 500);
    const all = await eventually(async () => {
      const tasks = await api.tasks();
      // An attempt that failed in the middle has added some, too.
      expect(tasks.length).toBeGreaterThanOrEqual(before.length + after.length);
      return tasks;
    });
    await eventually(async () => {
      await createdOnce(api, all);
      await toldOnce(api, all);
    }, 90_000);
  },
  300_000,
);
