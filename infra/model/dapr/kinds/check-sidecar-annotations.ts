import { error, warning } from "../../checks/error.ts";
import { didYouMean } from "../../names.ts";
import type { Problem } from "../../problems.ts";
import { annotationSpellings } from "./annotation-values.ts";
import type { AnnotationFact } from "./annotation-fact.ts";
import { defaultDaprVersion, isBefore, type DaprVersion } from "./dapr-version.ts";
import { annotationFacts } from "./generated/annotations.ts";
import { isPlaceholder, isPlainObject, type PlainObject } from "./plain-value.ts";
import { fieldPath, shown } from "./problem-path.ts";

const prefix = "dapr.io/";
const facts = new Map(annotationFacts.map((fact) => [fact.key, fact]));

/** Names of annotations that early releases had, or that are labels, and what is meant. */
const knownElsewhere: Readonly<Record<string, string>> = {
  "dapr.io/id": "dapr.io/app-id",
  "dapr.io/port": "dapr.io/app-port",
  "dapr.io/protocol": "dapr.io/app-protocol",
  "dapr.io/max-concurrency": "dapr.io/app-max-concurrency",
  "dapr.io/profiling": "dapr.io/enable-profiling",
  "dapr.io/app-health-check": "dapr.io/enable-app-health-check",
  "dapr.io/health-check-path": "dapr.io/app-health-check-path",
  "dapr.io/api-logging": "dapr.io/enable-api-logging",
  "dapr.io/configuration": "dapr.io/config",
  "dapr.io/cpu-limit": "dapr.io/sidecar-cpu-limit",
  "dapr.io/cpu-request": "dapr.io/sidecar-cpu-request",
  "dapr.io/memory-limit": "dapr.io/sidecar-memory-limit",
  "dapr.io/memory-request": "dapr.io/sidecar-memory-request",
};

/** Keys that other parts of Dapr or old releases put there; nobody reads them, and they do no harm. */
const harmless = ["dapr.io/sidecar-injected", "dapr.io/metrics-enabled", "dapr.io/http-stream-request-body"];

const checkUnknown = (key: string, value: unknown, path: string): Problem[] => {
  const at = fieldPath(path, key);
  if (harmless.includes(key))
    return [warning("TP0680", at, shown(value), `Dapr reads no annotation ${key}`, "Remove it.")];
  const meant = knownElsewhere[key] ?? didYouMean(key, [...facts.keys()]);
  const remedy = meant === undefined ? "Remove it: the injector ignores it." : `Did you mean "${meant}"?`;
  return [error("TP0680", at, shown(value), `Dapr reads no annotation ${shown(key)}`, remedy)];
};

const checkValue = (fact: AnnotationFact, value: unknown, path: string): Problem[] => {
  const at = fieldPath(path, fact.key);
  if (typeof value !== "string")
    return [
      error(
        "TP0681",
        at,
        shown(value),
        "an annotation is a string; the API server refuses the pod",
        "Put it in quotes.",
      ),
    ];
  // An empty text is how a value is set back; the injector then leaves the setting alone.
  const spelling = annotationSpellings[fact.format];
  if (isPlaceholder(value) || spelling.accepts(value)) return [];
  if (value === "" && fact.format !== "app-id") return [];
  return [error("TP0681", at, shown(value), `${fact.key} cannot be "${shown(value)}"`, spelling.remedy)];
};

const checkKnown = (fact: AnnotationFact, annotations: PlainObject, path: string, dapr: DaprVersion): Problem[] => {
  const at = fieldPath(path, fact.key);
  const value = annotations[fact.key];
  if (fact.since !== undefined && isBefore(dapr, fact.since)) {
    const message = `${fact.key} needs Dapr ${fact.since}; the platform runs ${dapr}`;
    return [error("TP0608", at, shown(value), message, `Remove it, or run Dapr ${fact.since}.`)];
  }
  const problems = checkValue(fact, value, path);
  if (fact.deprecated === undefined) return problems;
  const both = Object.hasOwn(annotations, fact.deprecated);
  const old = both && fact.key !== "dapr.io/app-ssl";
  const found = old
    ? error("TP0683", at, shown(value), `${fact.key} and ${fact.deprecated} say the same`, `Keep ${fact.deprecated}.`)
    : warning("TP0682", at, shown(value), `${fact.key} is the old name`, `Write ${fact.deprecated} instead.`);
  return [...problems, found];
};

const isTrue = (value: unknown): boolean =>
  typeof value === "string" && ["y", "yes", "true", "t", "on", "1"].includes(value.trim().toLowerCase());

interface Dependency {
  readonly keys: readonly string[];
  readonly missing: (annotations: PlainObject) => boolean;
  readonly message: string;
  readonly remedy: string;
}

const lacks =
  (key: string) =>
  (annotations: PlainObject): boolean =>
    !Object.hasOwn(annotations, key);
const off =
  (key: string) =>
  (annotations: PlainObject): boolean =>
    !isTrue(annotations[key]) && !isPlaceholder(annotations[key]);

/** Settings that do nothing without another one. Source: dapr pkg/injector/patcher/sidecar_container.go. */
const dependencies: readonly Dependency[] = [
  {
    keys: ["dapr.io/app-protocol", "dapr.io/app-max-concurrency", "dapr.io/enable-app-health-check", "dapr.io/app-ssl"],
    missing: lacks("dapr.io/app-port"),
    message: "without dapr.io/app-port the sidecar calls no app",
    remedy: "Add dapr.io/app-port, or remove this.",
  },
  {
    keys: [
      ...["dapr.io/app-health-check-path", "dapr.io/app-health-probe-interval"],
      ...["dapr.io/app-health-probe-timeout", "dapr.io/app-health-threshold"],
    ],
    missing: off("dapr.io/enable-app-health-check"),
    message: "the app's health is not checked",
    remedy: 'Add dapr.io/enable-app-health-check: "true".',
  },
  {
    keys: ["dapr.io/debug-port"],
    missing: off("dapr.io/enable-debug"),
    message: "nothing is debugged",
    remedy: 'Add dapr.io/enable-debug: "true", or remove this.',
  },
];

const checkDependencies = (annotations: PlainObject, path: string): Problem[] =>
  dependencies.flatMap(({ keys, missing, message, remedy }) =>
    keys
      .filter((key) => Object.hasOwn(annotations, key) && annotations[key] !== "false" && missing(annotations))
      .map((key) => warning("TP0684", fieldPath(path, key), shown(annotations[key]), message, remedy)),
  );

const checkInjection = (annotations: PlainObject, path: string): Problem[] => {
  const enabled = annotations["dapr.io/enabled"];
  const at = fieldPath(path, "dapr.io/enabled");
  if (enabled === undefined)
    return [
      warning("TP0685", at, null, "without dapr.io/enabled no sidecar is injected", 'Add dapr.io/enabled: "true".'),
    ];
  if (!isTrue(enabled) || Object.hasOwn(annotations, "dapr.io/app-id")) return [];
  const message = "without dapr.io/app-id the pod's own name is the app id, another one for each pod";
  return [warning("TP0686", fieldPath(path, "dapr.io/app-id"), null, message, "Add dapr.io/app-id.")];
};

/**
 * Checks the annotations of a pod template, of which Dapr's injector reads those under `dapr.io/`; others are left
 * alone. Never throws.
 * Source: dapr pkg/injector/annotations/annotations.go and pkg/injector/patcher/sidecar.go.
 */
export const checkSidecarAnnotations = (
  annotations: Readonly<Record<string, string>>,
  path: string,
  dapr: DaprVersion = defaultDaprVersion,
): Problem[] => {
  if (!isPlainObject(annotations)) return [];
  const keys = Object.keys(annotations).filter((key) => key.startsWith(prefix));
  if (keys.length === 0) return [];
  return [
    ...keys.flatMap((key) => {
      const fact = facts.get(key);
      return fact ? checkKnown(fact, annotations, path, dapr) : checkUnknown(key, annotations[key], path);
    }),
    ...checkDependencies(annotations, path),
    ...checkInjection(annotations, path),
  ];
};
