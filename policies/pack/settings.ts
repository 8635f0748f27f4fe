import { readFileSync } from "node:fs";
import { readExemptions, type Exemption } from "./exemption.ts";
import { RunError } from "@pulumi/pulumi";
import type { Rule, Severity } from "./rule.ts";

/** `advisory` is shown, `mandatory` stops the preview or the `up`. */
export type Level = "advisory" | "mandatory" | "disabled";

/** How strict an environment is: by severity, and of single rules otherwise. */
type Enforcement = Readonly<Record<Severity, Level>> & { readonly rules: Readonly<Record<string, Level>> };

/** What the pack does in a stack. */
export interface Settings {
  readonly environment: string;
  readonly exemptions: readonly Exemption[];
  readonly levelOf: (rule: Rule) => Level;
}

/** The stack's config of the pack, `policies:<key>`. */
interface PackConfig {
  get(key: string): string | undefined;
  getObject(key: string): unknown;
}

const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8"));
const enforcement = read("enforcement.json") as Readonly<Record<string, Enforcement>>;

/** Every environment that the pack knows. */
export const environments: readonly string[] = Object.keys(enforcement);

/** How a rule is enforced in an environment. */
export const levelIn = (environment: string, { name, severity }: Rule): Level =>
  enforcement[environment]?.rules[name] ?? enforcement[environment]?.[severity] ?? "mandatory";

/** Single rules that the environments' data name. */
export const namedRules = (): string[] => Object.values(enforcement).flatMap(({ rules }) => Object.keys(rules));

/**
 * `policies:environment` says how strict the pack is; without it a stack is held to be production. `policies:exemptions`
 * adds to `exemptions.json`.
 *
 * @throws RunError when there is no such environment.
 */
export const readSettings = (config: PackConfig): Settings => {
  const environment = config.get("environment") ?? "production";
  if (!environments.includes(environment))
    throw new RunError(
      `policies:environment: ${environment} is no environment of the policy pack. ` +
        `Use one of ${environments.join(", ")}: pulumi config set policies:environment ${environments[0]}`,
    );
  return {
    environment,
    exemptions: [...readExemptions(read("../exemptions.json")), ...readExemptions(config.getObject("exemptions"))],
    levelOf: (rule) => levelIn(environment, rule),
  };
};
