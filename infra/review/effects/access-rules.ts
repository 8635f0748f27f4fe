import { sharedKeys } from "../situation.ts";
import { listAt, textAt, textsAt, valueAt } from "../objects/read.ts";
import type { KubeObject } from "../objects/kube-object.ts";
import { configurationOf } from "./configurations.ts";
import type { EffectRule } from "./effect.ts";

/** `caller VERB /path` for all that an app's Configuration allows. Without verbs, all of them. */
export const allowedCalls = (configuration: KubeObject | undefined): string[] => {
  const policies = listAt(configuration?.fields, "spec", "accessControl", "policies");
  return policies.flatMap((policy) => {
    const caller = textAt(policy, "appId") ?? "";
    return listAt(policy, "operations").flatMap((operation) => {
      if (textAt(operation, "action") !== "allow") return [];
      const verbs = textsAt(operation, "httpVerb");
      return (verbs.length === 0 ? ["*"] : verbs).map((verb) => `${caller} ${verb} ${textAt(operation, "name") ?? ""}`);
    });
  });
};

const defaultOf = (configuration: KubeObject | undefined): string =>
  valueAt(configuration?.fields, "spec", "accessControl") === undefined
    ? "allow"
    : (textAt(configuration?.fields, "spec", "accessControl", "defaultAction") ?? "allow");

/** `caller /path (VERB, VERB)` in one entry for each caller and path. */
const together = (calls: readonly string[]): { caller: string; path: string; verbs: string }[] =>
  [...Map.groupBy(calls, (call) => call.replace(/ \S+ /, " ")).values()].map((same) => {
    const [caller = "", , path = ""] = (same[0] ?? "").split(" ");
    return { caller, path, verbs: same.map((call) => call.split(" ")[1]).join(", ") };
  });

export const accessRules: EffectRule = {
  name: "access-rules",
  about: "An app may call fewer or more of another app.",
  find: ({ before, after }) =>
    sharedKeys(before.apps, after.apps).flatMap((app) => {
      const [was, is] = [configurationOf(app, before), configurationOf(app, after)];
      const [had, has] = [allowedCalls(was), allowedCalls(is)];
      const [from, to] = [defaultOf(was), defaultOf(is)];
      const stays = (caller: string): boolean => before.apps.has(caller) && after.apps.has(caller);
      return [
        ...(from === to
          ? []
          : to === "allow"
            ? [
                {
                  risk: "none" as const,
                  subject: app,
                  text: "answers every caller: what no rule names is allowed",
                  advice: "Dapr calls this open; deny by default and name the callers.",
                },
              ]
            : [{ risk: "downtime" as const, subject: app, text: "answers only callers that a rule names" }]),
        ...together(had.filter((call) => !has.includes(call)))
          .filter(({ caller }) => stays(caller) && to === "deny")
          .map(({ caller, path, verbs }) => ({
            risk: "downtime" as const,
            subject: caller,
            text: `may no longer call ${path} of ${app} (${verbs})`,
          })),
        ...together(has.filter((call) => !had.includes(call)))
          .filter(({ caller }) => stays(caller))
          .map(({ caller, path, verbs }) => ({
            risk: "none" as const,
            subject: caller,
            text: `may call ${path} of ${app} (${verbs})`,
          })),
      ];
    }),
};
