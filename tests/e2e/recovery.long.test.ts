import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import type { Task } from "@todo-platform/contracts";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { clusterFiles, readJson, type SupervisorStatus } from "../../local/cluster/cluster-files.ts";
import { readPidFile } from "../../local/cluster/processes.ts";
import { repositoryRoot } from "../../local/paths.ts";
import { eventually } from "./support/eventually.ts";
import { initOf, nothingRuns } from "./support/node-processes.ts";
import { createKubectl } from "./support/kubectl.ts";
import { podProcesses, type PodProcess } from "./support/pod-processes.ts";
import { runCli } from "./support/run-program.ts";
import { signIn, type TodoApi } from "./support/todo-api.ts";

const platform = inject("platform");
const { cluster } = platform;
const files = clusterFiles(cluster);
const kubectl = createKubectl(platform);
/** Every task that the API has acknowledged with 201. */
const accepted: Task[] = [];
const patient = 180_000;

const addTask = async (title: string): Promise<void> => {
  const api = await signIn(platform);
  accepted.push(await api.addTask(title));
};

const auditedOnce = async (api: TodoApi): Promise<void> => {
  for (const { id } of accepted) {
    const events = await api.audit(`task_id=${id}`);
    expect(events.map(({ event_type }) => event_type)).toEqual(["task.created"]);
  }
};

/** The platform takes a new task, and every accepted one is listed and audited exactly once. */
const nothingIsLost = async (title: string): Promise<void> => {
  await eventually(() => addTask(title), patient, 1000);
  await eventually(
    async () => {
      const api = await signIn(platform);
      const listed = (await api.tasks()).map(({ id }) => id);
      expect(accepted.filter(({ id }) => !listed.includes(id))).toEqual([]);
      await auditedOnce(api);
    },
    patient,
    1000,
  );
};

const up = async (): Promise<void> => {
  const { code, stdout, stderr } = await runCli(["up", "--cluster", cluster, "--json"]);
  expect({ code, output: code === 0 ? "" : `${stdout}${stderr}` }).toEqual({ code: 0, output: "" });
};

const components = async () => (await readJson<SupervisorStatus>(files.status))?.components ?? {};

beforeAll(async () => {
  for (let index = 0; index < 5; index++) await addTask(`Before the storm ${index}`);
});

describe("a part of the node that is killed is started again by itself:", () => {
  test("every one of them, one after the other", async () => {
    const names = Object.keys(await components());
    expect(names).toEqual(expect.arrayContaining(["etcd", "kube-apiserver", "containerd", "kubelet"]));
    for (const name of names) {
      const before = (await components())[name];
      process.kill(before?.pid ?? Number.NaN, "SIGKILL");
      await eventually(async () => {
        const after = (await components())[name];
        expect({ name, state: after?.state, restarts: after?.restarts }).toEqual({
          name,
          state: "running",
          restarts: (before?.restarts ?? 0) + 1,
        });
      }, 60_000);
    }
    await eventually(() => kubectl.run(["wait", "--for=condition=Ready", "node", "--all", "--timeout=5s"]), patient);
    await nothingIsLost("After the node's parts");
  });
});

const is = {
  app: (name: string) => (one: PodProcess) =>
    one.environment.includes(`APP_ID=${name}`) && one.command.startsWith("node"),
  sidecar: (name: string) => (one: PodProcess) =>
    /daprd\b/.test(one.command) && one.command.includes(`--app-id ${name}`),
  kafka: (one: PodProcess) => one.command.includes("kafka.Kafka "),
  postgres: (one: PodProcess) => /^postgres -D/.test(one.command),
  control: (name: string) => (one: PodProcess) => one.command.split(" ")[0]?.endsWith(`/${name}`) === true,
};

describe("a process of the platform that is killed loses no accepted task:", () => {
  test.each([
    { what: "todo-frontend", match: is.app("todo-frontend") },
    { what: "todo-backend", match: is.app("todo-backend") },
    { what: "notification-service", match: is.app("notification-service") },
    { what: "audit-service", match: is.app("audit-service") },
    { what: "the sidecar of todo-frontend", match: is.sidecar("todo-frontend") },
    { what: "the sidecar of todo-backend", match: is.sidecar("todo-backend") },
    { what: "the sidecar of notification-service", match: is.sidecar("notification-service") },
    { what: "the sidecar of audit-service", match: is.sidecar("audit-service") },
    { what: "PostgreSQL", match: is.postgres },
    { what: "Kafka", match: is.kafka },
    { what: "Dapr's sentry", match: is.control("sentry") },
    { what: "Dapr's operator", match: is.control("operator") },
    { what: "Dapr's placement service", match: is.control("placement") },
    { what: "Dapr's injector", match: is.control("injector") },
  ])("$what", async ({ what, match }) => {
    const victims = (await podProcesses(cluster)).filter(match);
    expect(victims.length).toBeGreaterThan(0);
    await addTask(`Just before the end of ${what}`);
    for (const { pid } of victims) process.kill(pid, "SIGKILL");
    await nothingIsLost(`After the end of ${what}`);
  });

  test("and the platform is whole afterwards", up);
});

describe("up converges", () => {
  test("after the whole cluster was killed", async () => {
    const supervisor = await readPidFile(files.pid);
    const init = await initOf(files);
    process.kill(supervisor ?? Number.NaN, "SIGKILL");
    await nothingRuns(cluster, init);
    await up();
    await nothingIsLost("After the end of the cluster");
  });

  test.each([2000, 5000, 9000])("after it was killed itself %d ms into pulumi up", async (delay) => {
    await kubectl.run(["delete", "deployment", "audit-service", "notification-service", "-n", "todo-app"]);
    const child = spawn(process.execPath, ["cli/main.ts", "up", "--cluster", cluster, "--json"], {
      cwd: repositoryRoot,
      detached: true,
      stdio: ["ignore", "ignore", "pipe"],
    });
    await new Promise<void>((resolve) => {
      child.stderr.setEncoding("utf8").on("data", (text: string) => {
        if (text.includes("bundle the apps")) resolve();
      });
    });
    await sleep(delay);
    const ended = new Promise((resolve) => child.once("close", resolve));
    process.kill(-(child.pid ?? Number.NaN), "SIGKILL");
    await ended;
    await up();
    await nothingIsLost(`After up was killed at ${delay} ms`);
  });

  test("after stop, with all data", async () => {
    const init = await initOf(files);
    expect((await runCli(["stop", "--cluster", cluster, "--json"])).code).toBe(0);
    await nothingRuns(cluster, init);
    await up();
    await nothingIsLost("After stop and up");
  });
});
