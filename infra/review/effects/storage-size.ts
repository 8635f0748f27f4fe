import type { KubeObject } from "../objects/kube-object.ts";
import { quantity } from "../requests/quantity.ts";
import { volumesOf } from "../requests/volumes.ts";
import { keptOf } from "../situation.ts";
import type { EffectRule, Found } from "./effect.ts";

const sizes = (object: KubeObject): Map<string, string> =>
  new Map(volumesOf(object).map(({ name, size }) => [name, size]));

const bytes = (size: string): number => quantity(size) ?? 0;

/** What happens to a volume that is asked to be larger: an operator grows it, a StatefulSet's template cannot change. */
const grown = (kind: string): { risk: "none" | "downtime"; text: string } =>
  kind === "StatefulSet"
    ? {
        risk: "downtime",
        text: "the StatefulSet is made anew and its volumes keep their size: grow their claims by hand",
      }
    : { risk: "none", text: "volumes grow where their storage class allows it" };

export const storageSize: EffectRule = {
  name: "storage-size",
  about: "Volumes are asked to shrink, which nothing can do, or to grow.",
  find: (situation) =>
    keptOf(
      situation,
      "StatefulSet",
      "PersistentVolumeClaim",
      "KafkaNodePool",
      "Cluster",
      "Release",
      "Prometheus",
    ).flatMap(({ was, is }): Found[] => {
      const [before, after] = [sizes(was), sizes(is)];
      return [...before].flatMap(([name, from]) => {
        const to = after.get(name);
        if (to === undefined || to === from) return [];
        const what = `has ${to} instead of ${from} of storage (${name})`;
        if (bytes(to) > bytes(from)) {
          const { risk, text } = grown(is.kind);
          return [{ risk, subject: is.name, text: `${what}: ${text}` }];
        }
        return [
          {
            risk: "downtime" as const,
            subject: is.name,
            text: `${what}: no volume can shrink, so the update is refused or has no effect`,
            advice: "Make a smaller one beside it and move the data.",
          },
        ];
      });
    }),
};
