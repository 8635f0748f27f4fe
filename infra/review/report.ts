import { changedPart, diffGraphs, type GraphDiff } from "../graph/graph-diff.ts";
import { worstOf, type Effect, type Risk } from "./effects/effect.ts";
import { effectsOf } from "./effects/rules.ts";
import { objectsGraph } from "./graph/objects-graph.ts";
import type { Diagnostic, PolicyViolation, Preview, PreviewStep, StepOp } from "./preview/preview.ts";
import { nodesOf } from "./requests/nodes.ts";
import { requestsOf, type Requests } from "./requests/requests.ts";
import { differingPaths, resourceLabel } from "./resources.ts";
import { toSituation } from "./situation.ts";

/** One resource that changes. */
export interface ResourceChange {
  readonly op: Exclude<StepOp, "same">;
  /** Kind, namespace and name of an object of Kubernetes; type and name of another resource. */
  readonly resource: string;
  readonly urn: string;
  /** Paths that differ. No values: some are secret. */
  readonly paths: readonly string[];
}

/** What is asked of the cluster before and afterwards. */
export interface RequestedChange {
  readonly before: Requests & { readonly nodes: number };
  readonly after: Requests & { readonly nodes: number };
}

/** What a change does, for people and machines. */
export interface ReviewReport {
  /** The worst of its effects. */
  readonly risk: Risk;
  readonly effects: readonly Effect[];
  readonly violations: readonly PolicyViolation[];
  /** `undefined` when the preview does not tell which policies ran. */
  readonly packs: readonly string[] | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly requests: RequestedChange;
  readonly resources: readonly ResourceChange[];
  /** Both graphs over each other, only what changes. */
  readonly graph: GraphDiff;
  /** Whether it saw also what does not change. */
  readonly isComplete: boolean;
}

const toResource = (step: PreviewStep): ResourceChange[] => {
  const { op, urn } = step;
  return op === "same" ? [] : [{ op, resource: resourceLabel(step), urn, paths: differingPaths(step) }];
};

const compare = (a: ResourceChange, b: ResourceChange): number =>
  a.resource < b.resource ? -1 : a.resource > b.resource ? 1 : a.urn < b.urn ? -1 : 1;

/** The report of a preview. Equal previews give equal reports. */
export const reviewPreview = (preview: Preview): ReviewReport => {
  const situation = toSituation(preview);
  const effects = effectsOf(situation);
  const { before, after } = situation;
  return {
    risk: worstOf(effects.map(({ risk }) => risk)),
    effects,
    violations: preview.violations,
    packs: preview.packs,
    diagnostics: preview.diagnostics,
    requests: {
      before: { ...requestsOf(before), nodes: nodesOf(preview.steps, "before") },
      after: { ...requestsOf(after), nodes: nodesOf(preview.steps, "after") },
    },
    resources: preview.steps.flatMap(toResource).sort(compare),
    graph: changedPart(diffGraphs(objectsGraph(before), objectsGraph(after))),
    isComplete: preview.isComplete,
  };
};
