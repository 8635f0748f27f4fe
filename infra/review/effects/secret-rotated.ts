import { isRolled, isWorkload, secretsOfPods } from "../objects/dapr-app.ts";
import { secretsOfComponent } from "../objects/dapr-component.ts";
import { appsOf, type Inventory } from "../objects/inventory.ts";
import type { KubeObject } from "../objects/kube-object.ts";
import { fieldsAt, isSame, listAt, textsAt } from "../objects/read.ts";
import { secretText } from "../preview/preview.ts";
import { keptOf, isReplaced, type Situation } from "../situation.ts";
import { configurationOf } from "./configurations.ts";
import { wordsOf, type EffectRule, type Found } from "./effect.ts";

const values = ({ fields }: KubeObject) => ({ ...fieldsAt(fields, "data"), ...fieldsAt(fields, "stringData") });

/** Keys whose value changes; the engine tells of hidden values only that they do. */
const changedKeys = (was: KubeObject, is: KubeObject, situation: Situation): string[] => {
  const [before, after] = [values(was), values(is)];
  const differ = Object.keys(before).filter((key) => key in after && !isSame(before[key], after[key]));
  const change = situation.changes.find((one) => one.after === is);
  const named = (change?.paths ?? []).flatMap((path) => {
    const key = /^(?:stringData|data)(?:\.([^.["]+)|\["([^"]+)"\])/.exec(path);
    const hidden = /^(stringData|data)$/.test(path) && fieldsAt(is.fields)[path] === secretText;
    return key?.[1] ?? key?.[2] ?? (hidden ? "*" : []);
  });
  const keys = [...new Set([...differ, ...named.filter((key) => key === "*" || key in before)])].sort();
  return keys.length > 1 ? keys.filter((key) => key !== "*") : keys;
};

/** Apps that may read a Secret through a secret store. */
const readersOf = (secret: KubeObject, inventory: Inventory): string[] =>
  [...inventory.apps.values()]
    .filter(({ namespace }) => namespace === secret.namespace)
    .filter(({ id }) =>
      listAt(configurationOf(id, inventory)?.fields, "spec", "secrets", "scopes").some((scope) =>
        textsAt(scope, "allowedSecrets").includes(secret.name),
      ),
    )
    .map(({ workload }) => workload.name);

/** Workloads that hold a Secret's values, and whether they start anew by this change. */
const holdersOf = (secret: KubeObject, { before, after }: Situation): { name: string; isRolled: boolean }[] => {
  const viaComponents = [...after.components.values()]
    .filter(
      (component) => component.namespace === secret.namespace && secretsOfComponent(component).includes(secret.name),
    )
    .flatMap((component) => appsOf(component, after).map((app) => after.apps.get(app)?.workload.name ?? app));
  const viaStore = readersOf(secret, after);
  return [...after.objects]
    .filter(([, object]) => isWorkload(object) && object.namespace === secret.namespace)
    .filter(
      ([, object]) =>
        secretsOfPods(object).includes(secret.name) || [...viaComponents, ...viaStore].includes(object.name),
    )
    .map(([identity, { name }]) => {
      const [was, is] = [before.objects.get(identity), after.objects.get(identity)];
      return { name, isRolled: was === undefined || is === undefined || isRolled(was, is) };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
};

const whatOf = (keys: readonly string[]): string =>
  `${keys.includes("ca.crt") ? "trusts other authorities" : "gets another value"}${keys.length === 0 || keys[0] === "*" ? "" : ` (${wordsOf(keys)})`}`;

const rotated = (secret: KubeObject, keys: readonly string[], situation: Situation): Found => {
  const holders = holdersOf(secret, situation);
  const stale = holders.filter((holder) => !holder.isRolled).map(({ name }) => name);
  const subject = secret.name;
  if (holders.length === 0) return { risk: "none", subject, text: whatOf(keys) };
  if (stale.length === 0) {
    const names = wordsOf(holders.map(({ name }) => name));
    return {
      risk: "restart",
      subject,
      text: `${whatOf(keys)}: ${names} start${holders.length === 1 ? "s" : ""} anew with it`,
    };
  }
  return {
    risk: "downtime",
    subject,
    text: `${whatOf(keys)}: ${wordsOf(stale)} keep${stale.length === 1 ? "s" : ""} the old one until restarted`,
    advice: "Restart them once the new value is in place; until then what checks it may refuse them.",
  };
};

export const secretRotated: EffectRule = {
  name: "secret-rotated",
  about: "A Secret's value changes: who holds the old one, and who starts anew.",
  find: (situation) =>
    keptOf(situation, "Secret").flatMap(({ was, is }): Found[] => {
      const keys = changedKeys(was, is, situation);
      return keys.length === 0 && !isReplaced(situation, was) ? [] : [rotated(is, keys, situation)];
    }),
};
