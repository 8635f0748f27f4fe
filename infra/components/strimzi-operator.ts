import { CustomResourceDefinition } from "@pulumi/kubernetes/apiextensions/v1/customResourceDefinition.js";
import { Release } from "@pulumi/kubernetes/helm/v3/release.js";
import { ComponentResource, type ComponentResourceOptions, type Input, type Output } from "@pulumi/pulumi";
import { strimziCrds } from "../crds/strimzi-crds.ts";
import { toOperatorValues } from "../model/strimzi/operator-values.ts";
import type { ChartSource } from "./dapr-control-plane.ts";

/** Arguments of {@link StrimziOperator}. */
export interface StrimziOperatorArgs {
  /** Namespace of the operator and of the clusters that it looks after. */
  readonly namespace: Input<string>;
  readonly chart: ChartSource;
  readonly version: string;
  /** A second operator that takes over when the first one ends. */
  readonly highAvailability: boolean;
  /** Merged last into the chart's values, for what the model does not know. */
  readonly values?: Readonly<Record<string, unknown>>;
}

/**
 * The Strimzi operator from its own chart, its CRDs as resources of ours: Helm never upgrades CRDs, and removing one
 * removes every cluster and topic with it, so they are protected, and stay when the stack goes.
 * Costs one pod of 384 MiB (two when highly available); exposes nothing.
 *
 * @example new StrimziOperator("kafka-operator", { namespace, chart: { repository }, version: "1.2.0", highAvailability });
 */
export class StrimziOperator extends ComponentResource {
  /** Name of the release, known once the operator is ready. */
  readonly ready: Output<string>;

  constructor(name: string, args: StrimziOperatorArgs, options?: ComponentResourceOptions) {
    super("todo-platform:kafka:StrimziOperator", name, {}, options);
    const { namespace, chart, version, highAvailability } = args;
    const kept = { parent: this, protect: true, retainOnDelete: true };
    const crds = strimziCrds().map(
      (crd) => new CustomResourceDefinition(`${name}-crd-${crd.metadata.name}`, crd, kept),
    );
    const release = new Release(
      `${name}-release`,
      {
        name: "strimzi",
        namespace,
        ...("folder" in chart
          ? { chart: chart.folder }
          : { chart: "strimzi-kafka-operator", version, repositoryOpts: { repo: chart.repository } }),
        values: { ...toOperatorValues(highAvailability), ...args.values },
        skipCrds: true,
        timeout: 600,
      },
      { parent: this, dependsOn: crds },
    );
    this.ready = release.name;
    this.registerOutputs({ ready: this.ready });
  }
}
