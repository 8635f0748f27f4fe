import { textAt } from "../objects/read.ts";
import { addedOf, keptOf, removedOf } from "../situation.ts";
import type { KubeObject } from "../objects/kube-object.ts";
import type { EffectRule } from "./effect.ts";

const kind = "PodDisruptionBudget";
const budgetOf = ({ fields }: KubeObject): string => {
  const [unavailable, available] = [textAt(fields, "spec", "maxUnavailable"), textAt(fields, "spec", "minAvailable")];
  return unavailable === undefined ? `at least ${available ?? "?"} must run` : `at most ${unavailable} may be missing`;
};

export const disruptionBudget: EffectRule = {
  name: "disruption-budget",
  about: "How many pods a drained node may stop at once.",
  find: (situation) => [
    ...removedOf(situation, kind).map(({ name }) => ({
      risk: "none" as const,
      subject: name,
      text: "has no disruption budget any more: a drained node may stop all of its pods at once",
    })),
    ...addedOf(situation, kind).map((object) => ({
      risk: "none" as const,
      subject: object.name,
      text: `has a disruption budget: ${budgetOf(object)}`,
    })),
    ...keptOf(situation, kind)
      .filter(({ was, is }) => budgetOf(was) !== budgetOf(is))
      .map(({ was, is }) => ({
        risk: "none" as const,
        subject: is.name,
        text: `has another disruption budget: ${budgetOf(is)} instead of ${budgetOf(was)}`,
      })),
  ],
};
