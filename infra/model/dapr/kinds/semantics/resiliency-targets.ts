import { error, warning } from "../../../checks/error.ts";
import { didYouMean } from "../../../names.ts";
import type { Problem } from "../../../problems.ts";
import { isPlaceholder, membersAt, objectAt, textAt, valueAt, type PlainObject } from "../plain-value.ts";
import { fieldPath, shown } from "../problem-path.ts";
import { reservedNames, type PolicySort } from "./reserved-policies.ts";

const sorts: readonly PolicySort[] = ["timeouts", "retries", "circuitBreakers"];

/** Field of a target that names a policy of a sort. */
const fieldOf = { timeouts: "timeout", retries: "retry", circuitBreakers: "circuitBreaker" } as const;

interface Target {
  readonly group: "apps" | "actors" | "components";
  readonly names: PlainObject;
  readonly path: string;
}

/** Every place that may name policies: apps and actors, and both directions of components. */
const targetsOf = (document: PlainObject, path: string): Target[] => {
  const at = `${fieldPath(path, "spec")}.targets`;
  const members = (group: Target["group"]): [string, PlainObject, Target["group"]][] =>
    membersAt(document, "spec", "targets", group).map(([name, target]) => [name, target, group]);
  const direct = [...members("apps"), ...members("actors")].map(([name, names, group]) => ({
    group,
    names,
    path: fieldPath(`${at}.${group}`, name),
  }));
  const components = members("components").flatMap(([name, target, group]) =>
    membersAt(target)
      .filter(([direction]) => direction === "inbound" || direction === "outbound")
      .map(([direction, names]) => ({
        group,
        names,
        path: fieldPath(fieldPath(`${at}.${group}`, name), direction),
      })),
  );
  return [...direct, ...components];
};

const definedNames = (document: PlainObject, sort: PolicySort): string[] =>
  Object.keys(objectAt(document, "spec", "policies", sort));

const checkReference = (target: Target, sort: PolicySort, defined: readonly string[]): Problem[] => {
  const field = fieldOf[sort];
  const name = textAt(target.names, field);
  if (name === undefined || name === "" || isPlaceholder(name)) return [];
  if (defined.includes(name) || reservedNames(sort).includes(name)) return [];
  const guess = didYouMean(name, defined);
  const at = fieldPath(target.path, field);
  const message = `there is no policy "${shown(name)}" among policies.${sort}: the target goes without`;
  // All Resiliency objects of a namespace share their policies, so another one may define it.
  if (defined.length === 0)
    return [
      warning("TP0650", at, shown(name), message, `Define it under policies.${sort}, unless another Resiliency does.`),
    ];
  const remedy = guess === undefined ? `Use one of ${defined.join(", ")}.` : `Did you mean "${guess}"?`;
  return [error("TP0650", at, shown(name), message, remedy)];
};

const checkUnused = (document: PlainObject, targets: readonly Target[], path: string): Problem[] =>
  sorts.flatMap((sort) => {
    const defined = definedNames(document, sort);
    const named = targets.flatMap((target) => textAt(target.names, fieldOf[sort]) ?? []);
    // A mistyped reference means the policy, which then is not unused as well.
    const used = new Set(named.map((name) => (defined.includes(name) ? name : didYouMean(name, defined))));
    const reserved = reservedNames(sort);
    return defined
      .filter((name) => !used.has(name) && !reserved.includes(name))
      .map((name) => {
        const looksReserved = /^(Default\w*Policy|DaprBuiltIn\w*)$/i.test(name);
        const guess = looksReserved ? didYouMean(name, reserved) : undefined;
        const remedy = guess === undefined ? "Name it in a target, or remove it." : `Did you mean "${guess}"?`;
        const at = fieldPath(`${fieldPath(path, "spec")}.policies.${sort}`, name);
        return warning("TP0651", at, shown(name), "no target names this policy, so it does nothing", remedy);
      });
  });

const checkCacheSize = (target: Target): Problem[] => {
  const size = valueAt(target.names, "circuitBreakerCacheSize");
  if (typeof size !== "number" || size >= 0) return [];
  const at = fieldPath(target.path, "circuitBreakerCacheSize");
  return [
    error("TP0657", at, size, "a size is not negative; the whole Resiliency is left out", "Write a positive number."),
  ];
};

const checkBreakerUse = (target: Target): Problem[] => {
  const breaker = textAt(target.names, "circuitBreaker");
  if (breaker === undefined || breaker === "") return [];
  if (target.group === "actors" && (textAt(target.names, "circuitBreakerScope") ?? "") === "")
    return [
      error(
        "TP0656",
        fieldPath(target.path, "circuitBreakerScope"),
        null,
        "a circuit breaker of actors needs a scope; the whole Resiliency is left out",
        "Add circuitBreakerScope: type, id or both.",
      ),
    ];
  if (target.group !== "apps") return [];
  const message =
    "around an app every answer but 2xx counts, refusals such as 401 and 404 too: they open it for everybody";
  return [
    warning(
      "TP0655",
      fieldPath(target.path, "circuitBreaker"),
      shown(breaker),
      message,
      "Guard calls to apps by timeout and retry, and keep breakers for components.",
    ),
  ];
};

/** The targets of a Resiliency. Source: dapr pkg/resiliency/resiliency.go, decodeTargets and EndpointPolicy. */
export const checkTargets = (document: PlainObject, path: string): Problem[] => {
  const targets = targetsOf(document, path);
  return [
    ...targets.flatMap((target) => [
      ...sorts.flatMap((sort) => checkReference(target, sort, definedNames(document, sort))),
      ...checkCacheSize(target),
      ...checkBreakerUse(target),
    ]),
    ...checkUnused(document, targets, path),
  ];
};
