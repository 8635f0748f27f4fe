import { isRolled, isWorkload } from "../objects/dapr-app.ts";
import type { KubeObject } from "../objects/kube-object.ts";
import { fieldsAt, isSame, listAt, numberAt, textAt, valueAt } from "../objects/read.ts";
import { isReplaced, keptOf, type Pair } from "../situation.ts";
import { wordsOf, type EffectRule, type Risk } from "./effect.ts";

const annotationsOf = ({ fields }: KubeObject) => fieldsAt(fields, "spec", "template", "metadata", "annotations");
const podOf = ({ fields }: KubeObject): unknown => valueAt(fields, "spec", "template", "spec");

/** Annotations that differ, without the ones whose only work is to roll the pods. */
const changedAnnotations = ({ was, is }: Pair): string[] => {
  const [before, after] = [annotationsOf(was), annotationsOf(is)];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => !isSame(before[key], after[key]))
    .sort();
};

const containerReasons = (before: unknown, after: unknown, workload: string): string[] => {
  const name = textAt(after, "name") ?? "";
  // The container of the app itself needs no name.
  const of = name === workload ? "" : ` of ${name}`;
  const fields = { image: "image", env: "environment", resources: "resources", command: "command", args: "command" };
  const known = Object.entries(fields).filter(([field]) => !isSame(valueAt(before, field), valueAt(after, field)));
  const others = Object.keys({ ...fieldsAt(before), ...fieldsAt(after) }).filter(
    (field) => !Object.hasOwn(fields, field) && !isSame(valueAt(before, field), valueAt(after, field)),
  );
  return [...known.map(([, word]) => `${word}${of}`), ...others.map((field) => `${field}${of}`)];
};

const reasonsOf = (pair: Pair): string[] => {
  const annotations = changedAnnotations(pair);
  const [before, after] = [podOf(pair.was), podOf(pair.is)];
  const sidecar = annotations.filter((key) => key.startsWith("dapr.io/")).map((key) => key.slice("dapr.io/".length));
  const containers = listAt(after, "containers").flatMap((container) => {
    const match = listAt(before, "containers").find((other) => textAt(other, "name") === textAt(container, "name"));
    return match === undefined
      ? [`container ${textAt(container, "name")}`]
      : containerReasons(match, container, pair.is.name);
  });
  const rest = Object.keys({ ...fieldsAt(before), ...fieldsAt(after) }).filter(
    (field) => field !== "containers" && !isSame(valueAt(before, field), valueAt(after, field)),
  );
  const reasons = [
    ...new Set(containers),
    ...(sidecar.length > 0 ? [`sidecar (${sidecar.join(", ")})`] : []),
    ...rest,
    ...annotations
      .filter((key) => !key.startsWith("dapr.io/"))
      .map((key) => `annotation ${key.split("/").at(-1) ?? key}`),
  ];
  return reasons.length === 0 ? ["pod template"] : reasons;
};

/** Whether something answers all the while: the old pod stays until the new one is ready. */
const riskOf = ({ kind, fields }: KubeObject): Risk => {
  if (kind === "Deployment")
    return textAt(fields, "spec", "strategy", "type") === "Recreate" ||
      textAt(fields, "spec", "strategy", "rollingUpdate", "maxSurge") === "0"
      ? "downtime"
      : "restart";
  // A StatefulSet stops a pod before it starts its successor.
  return kind === "StatefulSet" && (numberAt(fields, "spec", "replicas") ?? 1) < 2 ? "downtime" : "restart";
};

export const appRestarts: EffectRule = {
  name: "restart",
  about: "Pods are made anew: why, and whether something answers meanwhile.",
  find: (situation) =>
    keptOf(situation, "Deployment", "StatefulSet", "DaemonSet")
      .filter(({ was, is }) => isWorkload(is) && (isRolled(was, is) || isReplaced(situation, was)))
      .map((pair) => {
        const replaced = isReplaced(situation, pair.was);
        return {
          risk: replaced ? ("downtime" as const) : riskOf(pair.is),
          subject: pair.is.name,
          text: replaced ? "is deleted and made anew" : `restarts: ${wordsOf(reasonsOf(pair))}`,
        };
      }),
};
