import { at } from "./fields.ts";
import { podKinds, podOf, type Container, type Pod } from "./pods.ts";
import type { Finding, Rule } from "./rule.ts";

/** A rule about each container of each pod. */
export const containerRule = (
  rule: Omit<Rule, "kinds" | "check">,
  check: (container: Container, pod: Pod) => readonly Finding[],
  kinds: readonly string[] = podKinds,
): Rule => ({
  ...rule,
  kinds,
  check: (resource) => {
    const pod = podOf(resource);
    return pod.containers.flatMap((container) => check(container, pod));
  },
});

/** A setting of a container's security; the pod's where the container says nothing. */
export const securitySetting = ({ fields }: Container, { spec }: Pod, ...path: readonly string[]): unknown =>
  at(fields, "securityContext", ...path) ?? at(spec, "securityContext", ...path);
