import type { KubeObject } from "../objects/kube-object.ts";
import { numberAt, textAt } from "../objects/read.ts";
import { addedOf, keptOf, removedOf } from "../situation.ts";
import type { EffectRule } from "./effect.ts";

const kinds = ["HorizontalPodAutoscaler", "ScaledObject"];
const targetOf = ({ fields, name }: KubeObject): string => textAt(fields, "spec", "scaleTargetRef", "name") ?? name;

const boundsOf = ({ kind, fields }: KubeObject): string => {
  const [min, max] = kind === "ScaledObject" ? ["minReplicaCount", "maxReplicaCount"] : ["minReplicas", "maxReplicas"];
  return `${numberAt(fields, "spec", min ?? "") ?? (kind === "ScaledObject" ? 0 : 1)} to ${numberAt(fields, "spec", max ?? "") ?? (kind === "ScaledObject" ? 100 : "?")}`;
};

export const scaling: EffectRule = {
  name: "scaling",
  about: "A scaler chooses the number of replicas, no longer does, or within other bounds.",
  find: (situation) => [
    ...addedOf(situation, ...kinds).map((object) => ({
      risk: "none" as const,
      subject: targetOf(object),
      text: `is scaled between ${boundsOf(object)} replicas`,
    })),
    ...removedOf(situation, ...kinds)
      .filter((object) => situation.after.apps.has(targetOf(object)))
      .map((object) => ({ risk: "none" as const, subject: targetOf(object), text: "is no longer scaled" })),
    ...keptOf(situation, ...kinds)
      .filter(({ was, is }) => boundsOf(was) !== boundsOf(is))
      .map(({ was, is }) => ({
        risk: "none" as const,
        subject: targetOf(is),
        text: `is scaled between ${boundsOf(is)} replicas instead of ${boundsOf(was)}`,
      })),
  ],
};
