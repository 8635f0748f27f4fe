import { CustomResourceDefinition } from "@pulumi/kubernetes/apiextensions/v1/customResourceDefinition.js";
import { Release } from "@pulumi/kubernetes/helm/v3/release.js";
import { ComponentResource, type ComponentResourceOptions, type Input, type Output } from "@pulumi/pulumi";
import { toDaprValues, withTrust, type DaprSpec, type DaprTrust } from "../model/dapr/control-plane.ts";
import { daprCrds } from "../crds/dapr-crds.ts";

/** Where a chart comes from: a published repository, or a folder. */
export type ChartSource = { readonly repository: string } | { readonly folder: string };

/** Arguments of {@link DaprControlPlane}. */
export interface DaprControlPlaneArgs {
  readonly dapr: DaprSpec;
  readonly namespace: Input<string>;
  readonly chart: ChartSource;
  readonly version: string;
  /** The authority of every sidecar's certificate. */
  readonly trust: DaprTrust<Input<string>>;
  /** Merged last into the chart's values, for what the model does not know. */
  readonly values?: Readonly<Record<string, unknown>>;
}

/**
 * The Dapr control plane from its own chart, its CRDs as resources of ours (Helm never upgrades CRDs).
 * Costs seven pods (fifteen when highly available) and three volumes; exposes nothing outside the cluster.
 *
 * @example new DaprControlPlane("dapr", { dapr, namespace, chart: { repository }, version: "1.18.2", trust });
 */
export class DaprControlPlane extends ComponentResource {
  /** Name of the release, known once operator and injector are ready: Dapr objects and apps wait for it. */
  readonly ready: Output<string>;

  constructor(name: string, args: DaprControlPlaneArgs, options?: ComponentResourceOptions) {
    super("todo-platform:dapr:DaprControlPlane", name, {}, options);
    const { dapr, namespace, chart, version, trust } = args;
    const crds = daprCrds(dapr.namespace).map(
      (crd) => new CustomResourceDefinition(`${name}-crd-${crd.metadata.name}`, crd, { parent: this }),
    );
    const release = new Release(
      `${name}-release`,
      {
        name: "dapr",
        namespace,
        ...("folder" in chart
          ? { chart: chart.folder }
          : { chart: "dapr", version, repositoryOpts: { repo: chart.repository } }),
        values: { ...withTrust(toDaprValues(dapr, version), trust), ...args.values },
        skipCrds: true,
        timeout: 600,
      },
      { parent: this, dependsOn: crds },
    );
    this.ready = release.name;
    this.registerOutputs({ ready: this.ready });
  }
}
