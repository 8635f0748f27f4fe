import { inspect } from "node:util";
import { outputPaths } from "./output-paths.ts";
import { stackOutputs, type SecretText, type StackOutputs } from "./outputs.ts";

/** What `pulumi stack output --json` prints in the place of a secret when it is not told to show it. */
const hidden = "[secret]";

/** A secret output. It shows itself nowhere, in no log and no JSON, until {@link SecretOutput.reveal} is called. */
export class SecretOutput {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** Whether the value was read (`--show-secrets`), or only that there is one. */
  get isKnown(): boolean {
    return this.#value !== hidden;
  }

  /**
   * The value.
   * @throws when the outputs were read without their secrets
   */
  reveal(): string {
    if (!this.isKnown) throw new Error("This output was read without secrets: run pulumi stack output --show-secrets.");
    return this.#value;
  }

  toString(): string {
    return hidden;
  }

  toJSON(): string {
    return hidden;
  }

  [inspect.custom](): string {
    return hidden;
  }
}

type Guarded<T> = T extends SecretText
  ? SecretOutput
  : T extends object
    ? { readonly [Key in keyof T]: Guarded<T[Key]> }
    : T;

/** A stack's outputs, secrets guarded. */
export type PlatformOutputs = Guarded<StackOutputs>;

/** One output that is not as the schema says. */
export interface OutputProblem {
  /** Such as `demoUser.username`. */
  readonly path: string;
  readonly message: string;
}

const secretPaths = outputPaths().filter(({ isSecret }) => isSecret);

/** Puts `[secret]` where an object stands that was hidden as a whole, so that its form can still be checked. */
const withHidden = (document: unknown): unknown => {
  if (typeof document !== "object" || document === null || Array.isArray(document)) return document;
  const copy = structuredClone(document) as Record<string, unknown>;
  for (const { names } of secretPaths) {
    const [top = "", ...below] = names;
    if (copy[top] !== hidden || below.length === 0) continue;
    copy[top] = Object.fromEntries(
      outputPaths()
        .filter((path) => path.names[0] === top && path.names.length === 2)
        .map((path) => [path.names[1], hidden]),
    );
  }
  return copy;
};

const guard = (outputs: StackOutputs): PlatformOutputs => {
  const guarded = structuredClone(outputs) as Record<string, unknown>;
  for (const { names } of secretPaths) {
    const holder = names.slice(0, -1).reduce<unknown>((at, name) => (at as Record<string, unknown>)?.[name], guarded);
    const last = names.at(-1) ?? "";
    const fields = holder as Record<string, unknown> | undefined;
    if (typeof fields?.[last] === "string") fields[last] = new SecretOutput(fields[last]);
  }
  return guarded as unknown as PlatformOutputs;
};

/**
 * Reads what `pulumi stack output --json` printed, with `--show-secrets` or without. No message holds a value.
 *
 * @param document The parsed JSON.
 */
export const parseOutputs = (document: unknown): { outputs: PlatformOutputs } | { problems: OutputProblem[] } => {
  const parsed = stackOutputs.safeParse(withHidden(document));
  if (parsed.success) return { outputs: guard(parsed.data) };
  return {
    problems: parsed.error.issues.flatMap((issue) =>
      issue.code === "unrecognized_keys"
        ? issue.keys.map((key) => ({ path: [...issue.path, key].join("."), message: "is no output of this version" }))
        : [{ path: issue.path.join("."), message: issue.message }],
    ),
  };
};

/**
 * The same for scripts and tests that cannot go on without the outputs.
 *
 * @throws Error that names every problem
 */
export const readOutputs = (document: unknown): PlatformOutputs => {
  const parsed = parseOutputs(document);
  if ("outputs" in parsed) return parsed.outputs;
  const lines = parsed.problems.map(({ path, message }) => `  ${path === "" ? "(all)" : path}: ${message}`);
  throw new Error(`These are no outputs of the platform's stack:\n${lines.join("\n")}`);
};
