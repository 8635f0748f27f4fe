import { randomBytes, X509Certificate } from "node:crypto";
import { describe, expect, inject, test } from "vitest";
import type { CaGenerations } from "../../infra/model/ca-generations.ts";
import { verifySettled } from "../../infra/verify/verify-settled.ts";
import { runPulumi } from "../../cli/pulumi-up.ts";
import { localPlatform, localStack } from "../../cli/stack.ts";
import { clusterFiles } from "../../local/cluster/cluster-files.ts";
import { eventually } from "./support/eventually.ts";
import { createKubectl } from "./support/kubectl.ts";
import { signIn } from "./support/todo-api.ts";
import { toLines } from "./support/verify-lines.ts";

const platform = inject("platform");
const { cluster, kubeconfig } = platform;
const kubectl = createKubectl(platform);

const apply = async (caGenerations: CaGenerations): Promise<void> => {
  const stack = await localStack(cluster, { caGenerations });
  await runPulumi(["up", "--yes", "--skip-preview"], stack, clusterFiles(cluster).logs, () => undefined);
};

/** Names of the certificates that a text holds. */
const namesIn = (pem: string): string[] =>
  (pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []).map((one) =>
    new X509Certificate(one).subject.replace("CN=", ""),
  );

/** Whom Dapr believes, and by whom its issuer is signed. */
const authority = async () => {
  const { data = {} } = await kubectl.get("secret", "dapr-trust-bundle", "-n", "dapr-system");
  const text = (key: string): string => Buffer.from(data[key] ?? "", "base64").toString();
  const issuer = new X509Certificate(text("issuer.crt")).issuer.replace("CN=", "");
  return { believed: namesIn(text("ca.crt")), issuer };
};

/** As the runbook says; what follows `up` there is done by hand. */
const steps = [
  { generations: { signing: 1, trusted: [1, 2] }, after: [], believed: ["dapr-ca-2", "dapr-ca"], issuer: "dapr-ca" },
  {
    generations: { signing: 2, trusted: [1, 2] },
    after: [
      ["rollout", "restart", "statefulset", "-n", "kafka"],
      ["rollout", "status", "statefulset/todo-kafka", "-n", "kafka", "--timeout=3m"],
      ["rollout", "restart", "statefulset", "-n", "todo-app"],
      ["rollout", "status", "statefulset/postgres", "-n", "todo-app", "--timeout=3m"],
      ["rollout", "restart", "deployment", "-n", "todo-app"],
      ["rollout", "status", "deployment", "-n", "todo-app", "--timeout=5m"],
    ],
    believed: ["dapr-ca-2", "dapr-ca"],
    issuer: "dapr-ca-2",
  },
  { generations: { signing: 2, trusted: [2] }, after: [], believed: ["dapr-ca-2"], issuer: "dapr-ca-2" },
];

describe.each(steps)("generation $generations.signing signs, $generations.trusted are believed", (step) => {
  test("the step ends with every sidecar and server as the model says", async () => {
    await apply(step.generations);
    for (const command of step.after) await kubectl.run(command);
    expect(await authority()).toEqual({ believed: step.believed, issuer: step.issuer });
    const { problems, apps } = await verifySettled(localPlatform(cluster), kubeconfig, () => undefined);
    expect([toLines(problems), apps.length]).toEqual([[], 8]);
  });

  test("a task reaches its user and the audit trail", async () => {
    const api = await eventually(() => signIn(platform), 60_000, 1000);
    const title = `Rotated ${randomBytes(3).toString("hex")}`;
    const { id } = await eventually(() => api.addTask(title), 60_000, 1000);
    await eventually(
      async () => {
        expect((await api.notifications()).some(({ message }) => message.includes(title))).toBe(true);
        expect((await api.audit(`task_id=${id}`)).map(({ event_type }) => event_type)).toEqual(["task.created"]);
      },
      60_000,
      500,
    );
  });
});
