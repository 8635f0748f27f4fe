import { randomUUID } from "node:crypto";
import type { Problem } from "../model/problems.ts";
import type { AppExpectation } from "./expectations.ts";
import { finding, reapply } from "./finding.ts";
import type { Sidecar, SidecarAnswer } from "./sidecar.ts";
import { tryInvocation } from "./try-invocation.ts";

const checkSecrets = async (expected: AppExpectation, sidecar: Sidecar): Promise<Problem[]> => {
  const { app, secretStore } = expected;
  const reads = await Promise.all(
    expected.secrets.map(async ({ name, keys }) => {
      const { status, body } = await sidecar.ask("GET", `/v1.0/secrets/${secretStore}/${name}`);
      const found = status === 200 ? Object.keys(JSON.parse(body) as object) : [];
      const missing = keys.filter((key) => !found.includes(key));
      return missing.length === 0
        ? []
        : [
            finding(
              "TP0911",
              app,
              `secret/${name}`,
              status,
              `${app} cannot read ${missing.join(", ")} of ${name}`,
              reapply,
            ),
          ];
    }),
  );
  if (expected.deniedSecret === undefined) return reads.flat();
  const { status } = await sidecar.ask("GET", `/v1.0/secrets/${secretStore}/${expected.deniedSecret}`);
  const denied =
    status === 403
      ? []
      : [
          finding(
            "TP0912",
            app,
            `secret/${expected.deniedSecret}`,
            status,
            `${app} is not refused a secret that is not its own`,
            reapply,
          ),
        ];
  return [...reads.flat(), ...denied];
};

const checkState = async (expected: AppExpectation, sidecar: Sidecar): Promise<Problem[]> => {
  const results = await Promise.all(
    expected.stateStores.map(async (store) => {
      const key = `platform-verify-${randomUUID()}`;
      const saved = await sidecar.ask("POST", `/v1.0/state/${store}`, [
        { key, value: key, metadata: { ttlInSeconds: "60" } },
      ]);
      const read = await sidecar.ask("GET", `/v1.0/state/${store}/${key}`);
      const removed = await sidecar.ask("DELETE", `/v1.0/state/${store}/${key}`);
      const ok = saved.status === 204 && read.body === JSON.stringify(key) && removed.status === 204;
      const statuses = [saved.status, read.status, removed.status];
      return ok
        ? []
        : [
            finding(
              "TP0913",
              expected.app,
              `state/${store}`,
              statuses,
              "a value could not be saved, read and removed",
              reapply,
            ),
          ];
    }),
  );
  return results.flat();
};

/**
 * The callee's own answer to a call without a user (401) or without a body (400) proves that it was reached; so does its
 * 404 for a name that was made up, where a missing route would be told with the path.
 */
const isReached = (path: string, { status, body }: SidecarAnswer): boolean => {
  const unknownName = path.endsWith("*") && !body.includes(path.replace(/\*+$/, ""));
  return status < 500 && status !== 403 && (status !== 404 || unknownName);
};

const checkInvocations = async (expected: AppExpectation, sidecar: Sidecar): Promise<Problem[]> => {
  const results = await Promise.all(
    expected.invocations.map(async (call) => {
      const { verb, answer } = await tryInvocation(call, sidecar);
      const { status } = answer;
      return isReached(call.path, answer)
        ? []
        : [
            finding(
              "TP0914",
              expected.app,
              `invoke/${call.to}`,
              status,
              `${verb} ${call.path} of ${call.to} is not reached`,
              reapply,
            ),
          ];
    }),
  );
  return results.flat();
};

const checkRefusal = async (expected: AppExpectation, sidecar: Sidecar): Promise<Problem[]> => {
  const results = await Promise.all(
    expected.deniedCallees.map(async (callee) => {
      const { status } = await sidecar.ask("DELETE", `/v1.0/invoke/${callee}/method/platform/verify`);
      // From 500 on the callee was not reached, which its own checks tell.
      if (status === 403 || status >= 500) return [];
      return [
        finding(
          "TP0915",
          expected.app,
          `invoke/${callee}`,
          status,
          "a call outside the topology is not refused by access control",
          reapply,
        ),
      ];
    }),
  );
  return results.flat();
};

/** What an app may and may not do, tried through its own sidecar. Leaves nothing behind. */
export const checkEffects = async (expected: AppExpectation, sidecar: Sidecar): Promise<Problem[]> => {
  const results = await Promise.all([
    checkSecrets(expected, sidecar),
    checkState(expected, sidecar),
    checkInvocations(expected, sidecar),
    checkRefusal(expected, sidecar),
  ]);
  return results.flat();
};
