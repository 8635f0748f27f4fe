import { Release } from "@pulumi/kubernetes/helm/v3/release.js";
import { ComponentResource, type ComponentResourceOptions, type Input, type Output } from "@pulumi/pulumi";
import type { ChartSource } from "./dapr-control-plane.ts";

/** Namespace of the operator; its pods reach the servers' status port. */
export const cnpgNamespace = "cnpg-system";

/** Arguments of {@link CnpgOperator}. */
export interface CnpgOperatorArgs {
  readonly namespace: Input<string>;
  readonly chart: ChartSource;
  /** Version of the chart, which is not the operator's. */
  readonly version: string;
  /** Merged last into the chart's values, for what the model does not know. */
  readonly values?: Readonly<Record<string, unknown>>;
}

/**
 * The CloudNativePG operator from its own chart. Its CRDs are templates of the chart, kept by Helm when the release goes.
 * Costs one pod of 256 MiB; exposes nothing.
 *
 * @example new CnpgOperator("postgres-operator", { namespace, chart: { repository }, version: "0.29.0" });
 */
export class CnpgOperator extends ComponentResource {
  /** Name of the release, known once the operator and its webhooks are ready. */
  readonly ready: Output<string>;

  constructor(name: string, args: CnpgOperatorArgs, options?: ComponentResourceOptions) {
    super("todo-platform:database:CnpgOperator", name, {}, options);
    const { namespace, chart, version } = args;
    const release = new Release(
      `${name}-release`,
      {
        name: "cnpg",
        namespace,
        ...("folder" in chart
          ? { chart: chart.folder }
          : { chart: "cloudnative-pg", version, repositoryOpts: { repo: chart.repository } }),
        values: {
          crds: { create: true },
          resources: { requests: { cpu: "100m", memory: "256Mi" }, limits: { cpu: "500m", memory: "256Mi" } },
          ...args.values,
        },
        timeout: 600,
      },
      { parent: this },
    );
    this.ready = release.name;
    this.registerOutputs({ ready: this.ready });
  }
}
