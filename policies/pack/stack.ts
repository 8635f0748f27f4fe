import { at, fieldsOf, itemsOf, textOf, type Fields } from "./fields.ts";
import { kindOf, shareNamespace, type Resource } from "./resource.ts";

/** Resources of some kinds. */
export const ofKinds = (stack: readonly Resource[], ...kinds: readonly string[]): readonly Resource[] =>
  stack.filter(({ type }) => kinds.includes(kindOf(type)));

/** Resources of some kinds that are, or may be, in the namespace of another resource. */
export const beside = (resource: Resource, stack: readonly Resource[], ...kinds: string[]): readonly Resource[] =>
  ofKinds(stack, ...kinds).filter((other) => shareNamespace(other, resource));

/** The name of an object of Kubernetes. */
export const nameOf = ({ props, name }: Pick<Resource, "props" | "name">): string =>
  textOf(at(props, "metadata", "name")) || name;

/** Whether a label selector takes labels; `matchExpressions` with In, NotIn, Exists and DoesNotExist are understood. */
export const selects = (selector: unknown, labels: Fields): boolean =>
  Object.entries(fieldsOf(at(selector, "matchLabels"))).every(([key, value]) => labels[key] === value) &&
  itemsOf(at(selector, "matchExpressions")).every((expression) => {
    const label = labels[textOf(at(expression, "key"))];
    const isListed = itemsOf(at(expression, "values")).includes(label);
    switch (at(expression, "operator")) {
      case "In":
        return isListed;
      case "NotIn":
        return !isListed;
      case "Exists":
        return label !== undefined;
      default:
        return label === undefined;
    }
  });

/** How many pods a workload may have: its replicas, or as many as an autoscaler of the stack may make of them. */
export const mostReplicas = (workload: Resource, stack: readonly Resource[]): number => {
  const scalers = beside(workload, stack, "autoscaling/HorizontalPodAutoscaler", "keda.sh/ScaledObject");
  const most = scalers
    .filter(({ props }) => at(props, "spec", "scaleTargetRef", "name") === nameOf(workload))
    .map(({ props }) => Number(at(props, "spec", "maxReplicas") ?? at(props, "spec", "maxReplicaCount") ?? 100));
  return Math.max(Number(at(workload.props, "spec", "replicas") ?? 1), ...most);
};
