import { isGoDuration } from "./go-duration.ts";
import type { AnnotationFormat } from "./annotation-fact.ts";

/** How a format is spelled, for people. */
export interface AnnotationSpelling {
  readonly accepts: (value: string) => boolean;
  readonly remedy: string;
}

const oneOf = (values: readonly string[]): AnnotationSpelling => ({
  accepts: (value) => values.includes(value.toLowerCase()),
  remedy: `Write one of ${values.join(", ")}.`,
});

/** Words that dapr kit strings/strings.go takes for true, and their opposites, which it takes for false. */
const booleans = ["y", "yes", "true", "t", "on", "1", "n", "no", "false", "f", "off", "0", ""];

const integer = /^[+-]?\d+$/;
const quantity = /^[+-]?(\d+\.?\d*|\.\d+)([numkMGTPE]|[KMGTPE]i|[eE][+-]?\d+)?$/;
const label = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

/** dapr pkg/validation/validation.go: the id with `-dapr` behind it is the name of a Service. */
const isAppId = (value: string): boolean => label.test(value) && value.length <= 63 - "-dapr".length;

/** dapr pkg/injector/patcher/sidecar_container.go, parseEnvVars. */
const environmentEntries = (value: string): string[] =>
  value.split(/,(?=\s*[a-zA-Z_][a-zA-Z0-9_]*=)/).map((entry) => entry.trim());

const isEnvironment = (value: string): boolean =>
  environmentEntries(value).every((entry) => /^[a-zA-Z_][a-zA-Z0-9_]*=/.test(entry));

const isSecretEnvironment = (value: string): boolean =>
  environmentEntries(value).every((entry) => /^[a-zA-Z_][a-zA-Z0-9_]*=[^:,]+(:[^:,]+)?$/.test(entry));

/** dapr pkg/injector/patcher/sidecar_volumes.go: anything else is left out without a word. */
const isMounts = (value: string): boolean => value.split(",").every((mount) => /^[^:\s]+:[^:\s]+$/.test(mount.trim()));

const isPort = (value: string): boolean => integer.test(value) && Number(value) >= 1 && Number(value) <= 65_535;

/** How each format is read. */
export const annotationSpellings: Readonly<Record<AnnotationFormat, AnnotationSpelling>> = {
  boolean: {
    accepts: (value) => booleans.includes(value.trim().toLowerCase()),
    remedy: 'Write "true" or "false".',
  },
  integer: { accepts: (value) => integer.test(value), remedy: "Write a whole number without a unit." },
  port: { accepts: isPort, remedy: "Write a port between 1 and 65535." },
  string: { accepts: () => true, remedy: "" },
  quantity: { accepts: (value) => quantity.test(value), remedy: 'Write a quantity: "100m", "128Mi".' },
  duration: { accepts: isGoDuration, remedy: 'Write a number with a unit: "5s", "1m30s".' },
  environment: { accepts: isEnvironment, remedy: 'Write "NAME=value,OTHER=value".' },
  "secret-environment": { accepts: isSecretEnvironment, remedy: 'Write "NAME=secret:key,OTHER=secret:key".' },
  mounts: { accepts: isMounts, remedy: 'Write "volume:/path,other:/path".' },
  "app-id": {
    accepts: isAppId,
    remedy: "Use lower case letters, digits and -, at most 58, starting and ending with a letter or digit.",
  },
  "log-level": oneOf(["debug", "info", "warn", "error", "fatal"]),
  "app-protocol": oneOf(["http", "https", "grpc", "grpcs", "h2c"]),
  "seccomp-profile": {
    accepts: (value) => ["RuntimeDefault", "Unconfined", "Localhost"].includes(value),
    remedy: "Write RuntimeDefault, Unconfined or Localhost.",
  },
};
