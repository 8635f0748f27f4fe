import { afterAll, describe, expect, inject, test } from "vitest";
import { eventually } from "./support/eventually.ts";
import { Faults } from "./support/fault.ts";
import { createKubectl } from "./support/kubectl.ts";
import { becomesGreen, verifyLines } from "./support/verify-lines.ts";

const platform = inject("platform");
const faults = new Faults(createKubectl(platform));

const auditConfiguration = (spec: object): Promise<void> =>
  faults.change("configuration.dapr.io", "app-config-audit-service", { spec });

interface Fault {
  readonly fault: string;
  readonly inject: () => Promise<void>;
  /** The app whose pods start anew under the fault; without a name the fault itself rolls them. */
  readonly app?: string;
  readonly lines: readonly string[];
}

const rules: readonly Fault[] = [
  {
    fault: "a component that is gone",
    inject: () => faults.remove("component", "kafka-pubsub"),
    app: "audit-service",
    lines: ["TP0903 audit-service/component"],
  },
  {
    fault: "a Resiliency that is gone",
    inject: () => faults.remove("resiliency", "app-resiliency"),
    app: "audit-service",
    lines: ["TP0908 audit-service/resiliency"],
  },
  {
    fault: "a Configuration without access control",
    inject: () => auditConfiguration({ accessControl: null }),
    app: "audit-service",
    lines: ["TP0915 todo-backend/invoke/audit-service", "TP0915 notification-service/invoke/audit-service"],
  },
  {
    fault: "a Configuration without a secret scope",
    inject: () => auditConfiguration({ secrets: null }),
    app: "audit-service",
    lines: ["TP0912 audit-service/secret/postgres-credentials"],
  },
  {
    fault: "a pod without its sidecar",
    inject: () =>
      faults.change("deployment", "notification-service", {
        spec: { template: { metadata: { annotations: { "dapr.io/enabled": "false" } } } },
      }),
    lines: ["TP0901 notification-service/pod"],
  },
];

describe("faults of rules, policies and sidecars", () => {
  test.each(rules)("$fault is named", async ({ inject: breakIt, app, lines }) => {
    await breakIt();
    try {
      if (app !== undefined) await faults.restart(app);
      await eventually(
        async () => expect(await verifyLines(platform.kubeconfig)).toEqual(expect.arrayContaining([...lines])),
        120_000,
      );
    } finally {
      await faults.mend();
    }
  });
});

// The pods of every app start anew: what one of them took from a fault must not stay.
afterAll(() => becomesGreen(faults, platform.kubeconfig), 300_000);
