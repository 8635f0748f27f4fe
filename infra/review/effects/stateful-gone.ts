import { identityOf, type KubeObject } from "../objects/kube-object.ts";
import { listAt, textAt } from "../objects/read.ts";
import { isReplaced, keptOf, removedOf, type Situation } from "../situation.ts";
import type { EffectRule, Found } from "./effect.ts";
import { goneNamespaces } from "./gone-namespaces.ts";

/** What is deleted with an object of a kind. */
const losses: Readonly<Record<string, string>> = {
  PersistentVolumeClaim: "with what it keeps, unless its class retains volumes",
  Kafka: "with its brokers and every topic",
  KafkaNodePool: "with its brokers",
  Namespace: "with everything in it",
  CustomResourceDefinition: "with every object of that kind",
};

const lossOf = (object: KubeObject): string | undefined => {
  if (object.kind === "Cluster" && object.group.includes("cnpg")) return "with its databases";
  if (object.kind === "Database" && textAt(object.fields, "spec", "databaseReclaimPolicy") !== "retain")
    return "with its data, if the operator does not retain it";
  if (object.kind === "StatefulSet" && listAt(object.fields, "spec", "volumeClaimTemplates").length > 0)
    return "and its volumes stay behind: nothing reads them";
  return losses[object.kind];
};

const kinds = [...Object.keys(losses), "Cluster", "Database", "StatefulSet"];

const found = (object: KubeObject, situation: Situation, after: string): Found[] => {
  const loss = lossOf(object);
  if (loss === undefined) return [];
  const named = { subject: object.name, text: `(${object.kind}) is deleted ${loss}${after}` };
  const change = situation.changes.find(({ before }) => before && identityOf(before) === identityOf(object));
  if (change?.kept === "protected")
    return [
      {
        risk: "downtime",
        subject: object.name,
        text: `(${object.kind}) is protected: the update is refused`,
        advice: "pulumi state unprotect, if it shall really go.",
      },
    ];
  return change?.kept === "retained"
    ? [{ risk: "none", subject: object.name, text: `(${object.kind}) is left in place, and no longer the stack's` }]
    : [{ risk: "data-loss", ...named }];
};

export const statefulGone: EffectRule = {
  name: "stateful-gone",
  about: "Something that keeps data is deleted, or deleted and made anew.",
  find: (situation) => {
    const gone = goneNamespaces(situation);
    const replaced = keptOf(situation, ...kinds.filter((kind) => kind !== "StatefulSet")).filter(({ was }) =>
      isReplaced(situation, was),
    );
    return [
      ...removedOf(situation, ...kinds)
        .filter(({ namespace }) => !gone.has(namespace))
        .flatMap((object) => found(object, situation, "")),
      ...replaced.flatMap(({ was }) => found(was, situation, ", and made anew")),
    ];
  },
};
