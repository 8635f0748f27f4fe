import { randomBytes } from "node:crypto";
import { describe, expect, inject, test } from "vitest";
import type { PlatformChoice } from "../../infra/model/platform-choice.ts";
import { ClusterView } from "../../infra/verify/cluster-view.ts";
import { verifySettled } from "../../infra/verify/verify-settled.ts";
import { combinations, nameOf } from "../support/combinations.ts";
import { eventually } from "./support/eventually.ts";
import { createKubectl } from "./support/kubectl.ts";
import { switchPlatform } from "./support/switch-platform.ts";
import { signIn } from "./support/todo-api.ts";
import { toLines } from "./support/verify-lines.ts";

const platform = inject("platform");
const { cluster, kubeconfig } = platform;
const kubectl = createKubectl(platform);
const namespace = "todo-app";
const patient = 120_000;

/** A new task is in the page's list of notifications and in the audit trail. */
const taskFlow = async (title: string): Promise<void> => {
  const api = await eventually(() => signIn(platform), patient, 1000);
  const { id } = await eventually(() => api.addTask(title), patient, 1000);
  await eventually(
    async () => {
      expect((await api.notifications()).some(({ message }) => message.includes(title))).toBe(true);
      expect((await api.audit(`task_id=${id}`)).map(({ event_type }) => event_type)).toEqual(["task.created"]);
    },
    patient,
    500,
  );
};

const seconds = (since: number): string => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** Writes another key for the users' tokens where the apps read it; as its owner would, past the platform. */
const writeKey = async ({ secretStore }: PlatformChoice, key: string): Promise<unknown> => {
  if (secretStore === "kubernetes")
    return kubectl.run([
      "patch",
      "secret",
      "jwt-secret",
      "-n",
      namespace,
      "-p",
      JSON.stringify({ stringData: { key } }),
    ]);
  const put = `VAULT_ADDR=http://127.0.0.1:8100 VAULT_TOKEN="$(cat /etc/vault-credentials/root-token)" \
vault kv put -mount=secret ${namespace}/jwt-secret key=-`;
  return kubectl.run(["exec", "-i", "deploy/vault", "-n", namespace, "--", "/bin/sh", "-c", put], key);
};

const readThroughSidecar = async (secretStore: string): Promise<string> => {
  await using view = ClusterView.open(kubeconfig, namespace);
  const [pod] = await view.pods("audit-service");
  const sidecar = await view.sidecar("audit-service", pod?.name ?? "");
  const { body } = await sidecar.ask("GET", `/v1.0/secrets/${secretStore}/jwt-secret`);
  return (JSON.parse(body) as { key: string }).key;
};

/** Each value of the secret store once. */
const rotated = [1, 0].map((index) => combinations[index]);

// The last one is what every other test starts from.
describe.each(combinations.toReversed().map((choice) => ({ name: nameOf(choice), choice })))(
  "$name:",
  ({ name, choice }) => {
    let secretStore = "";

    test("comes up beside what was there, and verify finds nothing", async () => {
      const start = Date.now();
      const model = await switchPlatform(cluster, choice);
      secretStore = model.secretStore;
      const applied = seconds(start);
      const { problems, apps } = await verifySettled(model, kubeconfig, () => undefined);
      console.log(`${name}: applied in ${applied}, verified after ${seconds(start)}`);
      expect([toLines(problems), apps.length]).toEqual([[], 8]);
    });

    test("a new task reaches its user and the audit trail", async () => {
      await taskFlow(`Kept in ${name} ${randomBytes(3).toString("hex")}`);
    });

    if (!rotated.includes(choice)) return;
    test("a changed secret is the apps' within a minute and a half", async () => {
      const before = await signIn(platform);
      const key = randomBytes(24).toString("hex");
      await writeKey(choice, key);
      const start = Date.now();
      await eventually(async () => expect(await readThroughSidecar(secretStore)).toBe(key), 10_000, 200);
      const sidecars = seconds(start);
      const routes = ["/api/tasks", "/api/notifications", "/api/audit", "/api/events/summary"];
      const old = async () => Promise.all(routes.map(async (route) => (await before.call("GET", route)).status));
      await eventually(async () => expect(await old()).toEqual([401, 401, 401, 401]), 90_000, 1000);
      console.log(
        `${name}: the changed secret came through the sidecar after ${sidecars}, to the apps after ${seconds(start)}`,
      );
      await taskFlow(`After the change of a secret ${randomBytes(3).toString("hex")}`);
    });
  },
);
