import { textAt } from "../objects/read.ts";
import { keptOf } from "../situation.ts";
import type { KubeObject } from "../objects/kube-object.ts";
import type { EffectRule } from "./effect.ts";

/** On is the default, of the chart and of the system's Configuration. */
const isOn = ({ kind, fields }: KubeObject): boolean =>
  (kind === "Release"
    ? textAt(fields, "values", "global", "mtls", "enabled")
    : textAt(fields, "spec", "mtls", "enabled")) !== "false";

export const mtls: EffectRule = {
  name: "mtls",
  about: "Mutual TLS between sidecars is turned off or on.",
  find: (situation) =>
    keptOf(situation, "Release", "Configuration")
      .filter(({ is }) =>
        is.kind === "Configuration" ? is.group === "dapr.io" : textAt(is.fields, "chart")?.endsWith("dapr") === true,
      )
      .filter(({ was, is }) => isOn(was) !== isOn(is))
      .map(({ is }) => ({
        risk: "downtime",
        subject: is.name,
        text: isOn(is)
          ? "turns mTLS on: sidecars that run without it cannot talk to those that have it"
          : "turns mTLS off: calls between sidecars are neither encrypted nor authenticated, and access rules by app id are void",
        advice: "Every sidecar must restart; until all have, calls between old and new ones fail.",
      })),
};
