import type { PlatformSpec } from "../model/platform-spec.ts";
import type { Problem } from "../model/problems.ts";
import { zipkinPort } from "../model/tracing.ts";
import { checkDelivery } from "./check-delivery.ts";
import { checkEffects } from "./check-effects.ts";
import { checkPods, readSidecar } from "./check-pods.ts";
import { checkTrace } from "./check-trace.ts";
import { ClusterView, type AppPod } from "./cluster-view.ts";
import { toExpectations, type AppExpectation } from "./expectations.ts";
import { finding, reapply } from "./finding.ts";
import type { Sidecar } from "./sidecar.ts";

/** Result of `verify`: what was proved for each app, and everything that was found wrong. */
export interface VerifyReport {
  readonly ok: boolean;
  readonly problems: readonly Problem[];
  readonly apps: readonly {
    readonly app: string;
    readonly sidecars: number;
    readonly components: number;
    readonly subscriptions: number;
  }[];
}

const explain = (cause: unknown): string =>
  cause instanceof Error
    ? `${cause.message}${cause.cause instanceof Error ? ` (${cause.cause.message})` : ""}`
    : String(cause);

const reachable = (pods: readonly AppPod[], app: string, cluster: ClusterView): Promise<Sidecar[]> =>
  Promise.all(
    pods.filter(({ hasSidecar, ready }) => hasSidecar && ready).map(({ name }) => cluster.sidecar(app, name)),
  );

const checkSidecar = async (expected: AppExpectation, sidecar: Sidecar): Promise<readonly Problem[]> =>
  readSidecar(expected, sidecar.pod, await sidecar.ask("GET", "/v1.0/metadata")).problems;

const checkApp = async (expected: AppExpectation, cluster: ClusterView, zipkin: string | undefined) => {
  const pods = await cluster.pods(expected.app);
  const problems = checkPods(expected, pods);
  const sidecars = await reachable(pods, expected.app, cluster);
  const first = sidecars[0];
  const found = await Promise.all([
    ...sidecars.map((sidecar) => checkSidecar(expected, sidecar)),
    ...(first
      ? [
          checkEffects(expected, first),
          checkDelivery(expected, first, (app, topic) => cluster.deliveries(app, topic)),
          ...(zipkin === undefined ? [] : [checkTrace(expected, first, zipkin)]),
        ]
      : []),
  ]);
  return { problems: [...problems, ...found.flat()], sidecars: sidecars.length };
};

const checkAppSafely = async (expected: AppExpectation, cluster: ClusterView, zipkin: string | undefined) => {
  try {
    return await checkApp(expected, cluster, zipkin);
  } catch (cause) {
    return {
      problems: [
        finding(
          "TP0920",
          expected.app,
          "sidecar",
          explain(cause),
          "could not be asked",
          `See why: todo-platform logs ${expected.app}`,
        ),
      ],
      sidecars: 0,
    };
  }
};

/**
 * Proves that a running platform is what its model says: every sidecar's metadata, and by effect what metadata does not
 * list (access control, secret scopes, tracing, delivery, state). Publishes only events that nobody stores.
 */
export const verifyPlatform = async (platform: PlatformSpec, kubeconfigPath: string): Promise<VerifyReport> => {
  await using cluster = ClusterView.open(kubeconfigPath, platform.namespace);
  // Spans that go elsewhere are not followed: every backend has an API of its own.
  const traced = platform.tracing.backend === "zipkin";
  const zipkin = traced
    ? await cluster.address(platform.tracing.namespace, "app.kubernetes.io/name=zipkin", zipkinPort)
    : undefined;
  const expectations = toExpectations(platform);
  const results = await Promise.all(expectations.map((expected) => checkAppSafely(expected, cluster, zipkin)));
  const problems = results.flatMap((result) => result.problems);
  if (traced && zipkin === undefined)
    problems.push(finding("TP0921", "zipkin", "deployment", undefined, "the tracing backend is not there", reapply));
  return {
    ok: problems.length === 0,
    problems,
    apps: expectations.map((expected, index) => ({
      app: expected.app,
      sidecars: results[index]?.sidecars ?? 0,
      components: expected.components.length,
      subscriptions: expected.subscriptions.length,
    })),
  };
};
