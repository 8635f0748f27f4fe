import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A component type that daprd registers, with every name that it answers to. */
export interface Registration {
  /** Full names, such as `pubsub.aws.snssqs`; the first is the main one. */
  readonly names: readonly string[];
  readonly versions: readonly string[];
  /** Versions that daprd warns of, and the one that it prefers. */
  readonly deprecated: readonly string[];
  readonly preferred: string;
  /** Bindings: the directions with a constructor. */
  readonly directions: readonly ("input" | "output")[];
}

const families = [
  ["bindings_", "bindings."],
  ["configuration_", "configuration."],
  ["conversation_", "conversation."],
  ["crypto_", "crypto."],
  ["lock_", "lock."],
  ["middleware_http_", "middleware.http."],
  ["nameresolution_", "nameresolution."],
  ["pubsub_", "pubsub."],
  ["secretstores_", "secretstores."],
  ["state_", "state."],
] as const;

const quoted = (text: string): string[] => [...text.matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? "");

const plainCall = (family: string, call: string): Registration => {
  const oneLine = /^[^\n"]*,\s*((?:"[^"]+"(?:,\s*)?)+)\)/.exec(call);
  const block = /^\t\},\s*((?:"[^"]+"(?:,\s*)?)+)\)/m.exec(call);
  const names = quoted((oneLine ?? block)?.[1] ?? "").map((name) => family + name);
  const directions = call.startsWith("InputBinding")
    ? ["input" as const]
    : call.startsWith("OutputBinding")
      ? ["output" as const]
      : [];
  return { names, versions: ["v1"], deprecated: [], preferred: "v1", directions };
};

const versionedCall = (family: string, call: string): Registration => {
  const versionsIn = (text: string | undefined): string[] =>
    [...(text ?? "").matchAll(/Version:\s*"(v\d+)"/g)].map((match) => match[1] ?? "");
  const name = quoted(call)[0] ?? "";
  const preferred = versionsIn(/Preferred:[\s\S]*?\n\t\t\},/.exec(call)?.[0]);
  const deprecated = versionsIn(/Deprecated:[\s\S]*?\n\t\t\},/.exec(call)?.[0]);
  return {
    names: [family + name],
    versions: [...new Set(versionsIn(call))].sort(),
    deprecated,
    preferred: preferred[0] ?? "",
    directions: [],
  };
};

const readFile = (family: string, text: string): Registration[] =>
  text
    .split("DefaultRegistry.Register")
    .slice(1)
    .map((call) => (call.startsWith("ComponentWithVersions") ? versionedCall(family, call) : plainCall(family, call)));

/** Merges the two registrations of a binding with both directions. */
const merge = (registrations: readonly Registration[]): Registration[] =>
  [...Map.groupBy(registrations, (registration) => registration.names[0] ?? "").values()].flatMap((same) =>
    same[0] === undefined ? [] : [{ ...same[0], directions: same.flatMap((one) => one.directions).sort() }],
  );

/** Every component type that a daprd with all components registers. Source: dapr cmd/daprd/components. */
export const readRegistry = (daprModule: string): Registration[] => {
  const folder = join(daprModule, "cmd/daprd/components");
  return readdirSync(folder)
    .filter((file) => file.endsWith(".go"))
    .sort()
    .flatMap((file) => {
      const text = readFileSync(join(folder, file), "utf8");
      const family = families.find(([prefix]) => file.startsWith(prefix))?.[1];
      return family === undefined || !/go:build.*allcomponents/.test(text) ? [] : merge(readFile(family, text));
    });
};
