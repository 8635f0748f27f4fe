import { z } from "zod";
import type { PlatformSpec } from "../../model/platform-spec.ts";
import type { Problem } from "../../model/problems.ts";
import { checkMetadata, sidecarMetadata } from "../../verify/check-metadata.ts";
import type { AppPod, ClusterView } from "../../verify/cluster-view.ts";
import { toExpectations, type AppExpectation } from "../../verify/expectations.ts";
import { finding, reapply } from "../../verify/finding.ts";
import type { ObservedApp, ObservedPod } from "../observation.ts";
import { sumOf } from "./metrics-text.ts";

const versioned = z.object({ runtimeVersion: z.string().optional() });
const memory = "process_resident_memory_bytes";

const metric = (read: Promise<string>): Promise<number | undefined> =>
  read.then(
    (text) => sumOf(text, memory),
    () => undefined,
  );

interface SeenPod {
  readonly pod: ObservedPod;
  readonly problems: readonly Problem[];
}

const unreached = ({ name, ready, reason, restarts }: AppPod): ObservedPod => ({
  ...{ name, ready, reason, restarts },
  ...{ dapr: undefined, sidecarMemory: undefined, appMemory: undefined, components: [], subscriptions: [] },
});

const podProblems = (app: string, pod: AppPod): Problem[] => {
  const logs = `See why: todo-platform logs ${app}`;
  const object = `pod/${pod.name}`;
  if (!pod.hasSidecar)
    return [
      finding(
        "TP0901",
        app,
        object,
        pod.name,
        "the pod has no Dapr sidecar",
        "Delete the pod; the injector adds the sidecar to its successor.",
      ),
    ];
  return pod.ready ? [] : [finding("TP0910", app, object, pod.reason, "the pod is not ready", logs)];
};

/** Asks a sidecar what it has loaded, and compares it with the model. */
const lookAtPod = async (expected: AppExpectation, pod: AppPod, view: ClusterView): Promise<SeenPod> => {
  const { app } = expected;
  const problems = podProblems(app, pod);
  if (!pod.hasSidecar) return { pod: unreached(pod), problems };
  const [sidecarMemory, appMemory] = await Promise.all([
    metric(view.sidecarMetrics(pod.name)),
    metric(view.appMetrics(pod.name)),
  ]);
  const answer = await (await view.sidecar(app, pod.name)).ask("GET", "/v1.0/metadata").catch(() => undefined);
  const seen = { ...unreached(pod), sidecarMemory, appMemory };
  if (answer?.status !== 200) {
    const silent = finding(
      "TP0902",
      app,
      `pod/${pod.name}`,
      answer?.status,
      "the sidecar does not tell its metadata",
      reapply,
    );
    return { pod: seen, problems: pod.ready ? [...problems, silent] : problems };
  }
  const document: unknown = JSON.parse(answer.body);
  const loaded = sidecarMetadata.parse(document);
  return {
    pod: {
      ...seen,
      dapr: versioned.parse(document).runtimeVersion,
      components: loaded.components.map(({ name, type }) => `${name} (${type})`).sort(),
      subscriptions: loaded.subscriptions
        .map(({ topic, rules }) => `${topic} → ${rules.map(({ path }) => path).join(", ")}`)
        .sort(),
    },
    problems: [...problems, ...checkMetadata(expected, loaded)],
  };
};

/** Every app's pods and sidecars, and what is not as the model says. Nothing is published, invoked or written. */
export const observeApps = async (
  platform: PlatformSpec,
  view: ClusterView,
): Promise<{ apps: readonly ObservedApp[]; problems: readonly Problem[] }> => {
  const seen = await Promise.all(
    toExpectations(platform).map(async (expected) => {
      const { app, replicas } = expected;
      const pods = await Promise.all((await view.pods(app)).map((pod) => lookAtPod(expected, pod, view)));
      const few =
        pods.length < replicas
          ? [finding("TP0919", app, "deployment", pods.length, `${replicas} replicas are expected`, reapply)]
          : [];
      return {
        app: { app, wanted: replicas, pods: pods.map(({ pod }) => pod) },
        problems: [...few, ...pods.flatMap(({ problems }) => problems)],
      };
    }),
  );
  return { apps: seen.map(({ app }) => app), problems: seen.flatMap(({ problems }) => problems) };
};
