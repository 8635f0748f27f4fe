import { KubeConfig } from "@kubernetes/client-node";
import { forwardPod } from "../../../../infra/verify/pod-forward.ts";
import type { TestPlatform } from "../../../support/platform-setup.ts";

/** A rule group as Prometheus has loaded it. */
export interface LoadedGroup {
  readonly name: string;
  readonly rules: readonly { readonly name: string; readonly health: string; readonly lastError?: string }[];
}

/** Something that Prometheus scrapes. */
export interface ScrapeTarget {
  readonly labels: Readonly<Record<string, string>>;
  readonly health: "up" | "down" | "unknown";
  readonly lastError: string;
}

/** An alert that is pending or firing. */
export interface ActiveAlert {
  readonly labels: Readonly<Record<string, string>>;
  readonly state: "pending" | "firing";
  readonly annotations: Readonly<Record<string, string>>;
}

/** The platform's own Prometheus, asked through the apiserver. */
export interface PrometheusApi extends AsyncDisposable {
  groups(): Promise<LoadedGroup[]>;
  targets(): Promise<ScrapeTarget[]>;
  /** The alerts that fire under a name. */
  firing(name: string): Promise<ActiveAlert[]>;
}

export const openPrometheus = async (platform: TestPlatform, namespace: string): Promise<PrometheusApi> => {
  const kubeconfig = new KubeConfig();
  kubeconfig.loadFromFile(platform.kubeconfig);
  const forwarded = await forwardPod(kubeconfig, namespace, "prometheus-todo-platform-0", 9090);
  const ask = async <T>(path: string): Promise<T> => {
    const response = await fetch(`${forwarded.url}/api/v1/${path}`, {
      headers: { connection: "close" },
      signal: AbortSignal.timeout(10_000),
    });
    return ((await response.json()) as { data: T }).data;
  };
  return {
    groups: async () => (await ask<{ groups: LoadedGroup[] }>("rules")).groups,
    targets: async () => (await ask<{ activeTargets: ScrapeTarget[] }>("targets?state=active")).activeTargets,
    firing: async (name) =>
      (await ask<{ alerts: ActiveAlert[] }>("alerts")).alerts.filter(
        ({ labels, state }) => state === "firing" && labels["alertname"] === name,
      ),
    [Symbol.asyncDispose]: () => forwarded[Symbol.asyncDispose](),
  };
};
