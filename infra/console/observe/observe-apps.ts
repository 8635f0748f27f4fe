import { z } from "zod";
import type { PlatformSpec } from "../../model/platform-spec.ts";
import type { Problem } from "../../model/problems.ts";
import { checkPods, readSidecar } from "../../verify/check-pods.ts";
import type { AppPod, ClusterView } from "../../verify/cluster-view.ts";
import { toExpectations, type AppExpectation } from "../../verify/expectations.ts";
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

/** Asks a sidecar what it has loaded, and compares it with the model. */
const lookAtPod = async (expected: AppExpectation, pod: AppPod, view: ClusterView): Promise<SeenPod> => {
  const { app } = expected;
  if (!pod.hasSidecar) return { pod: unreached(pod), problems: [] };
  const [sidecarMemory, appMemory] = await Promise.all([
    metric(view.sidecarMetrics(pod.name)),
    metric(view.appMetrics(pod.name)),
  ]);
  const answer = await (await view.sidecar(app, pod.name)).ask("GET", "/v1.0/metadata").catch(() => undefined);
  const { problems, document, loaded } = readSidecar(expected, pod.name, answer);
  const seen = { ...unreached(pod), sidecarMemory, appMemory };
  // A pod that is not ready is a problem already; that its sidecar is silent as well tells nothing more.
  if (loaded === undefined) return { pod: seen, problems: pod.ready ? problems : [] };
  return {
    pod: {
      ...seen,
      dapr: versioned.parse(document).runtimeVersion,
      components: loaded.components.map(({ name, type }) => `${name} (${type})`).sort(),
      subscriptions: loaded.subscriptions
        .map(({ topic, rules }) => `${topic} → ${rules.map(({ path }) => path).join(", ")}`)
        .sort(),
    },
    problems,
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
      const pods = await view.pods(app);
      const looks = await Promise.all(pods.map((pod) => lookAtPod(expected, pod, view)));
      return {
        app: { app, wanted: replicas, pods: looks.map(({ pod }) => pod) },
        problems: [...checkPods(expected, pods), ...looks.flatMap(({ problems }) => problems)],
      };
    }),
  );
  return { apps: seen.map(({ app }) => app), problems: seen.flatMap(({ problems }) => problems) };
};
