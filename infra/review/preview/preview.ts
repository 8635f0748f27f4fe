/** What a preview would do with a resource. */
export type StepOp = "create" | "update" | "replace" | "delete" | "same";

/** One resource of a preview; secrets are `[secret]` and what is known only afterwards is `[unknown]`. */
export interface PreviewStep {
  readonly urn: string;
  readonly type: string;
  readonly op: StepOp;
  /** Inputs that were applied last. @default none, for a new resource */
  readonly before?: Readonly<Record<string, unknown>>;
  /** Inputs that would be applied. @default none, for one that is deleted */
  readonly after?: Readonly<Record<string, unknown>>;
  /** Paths that differ, as the provider names them, such as `spec.replicas`. */
  readonly paths: readonly string[];
  /** What the engine takes from the stack and leaves in place, and what it refuses to delete. @default neither */
  readonly kept?: "retained" | "protected";
}

/** How strictly a policy is enforced; a mandatory one refuses the update. */
export type Enforcement = "advisory" | "mandatory" | "remediate" | "disabled";

/** One violation of a policy. */
export interface PolicyViolation {
  readonly pack: string;
  readonly policy: string;
  readonly enforcement: Enforcement;
  /** @default the stack as a whole */
  readonly urn?: string;
  readonly message: string;
}

/** What the engine had to say besides. */
export interface Diagnostic {
  readonly severity: "error" | "warning";
  readonly message: string;
}

/** A preview, whichever way the engine has written it down. */
export interface Preview {
  readonly steps: readonly PreviewStep[];
  readonly violations: readonly PolicyViolation[];
  readonly diagnostics: readonly Diagnostic[];
  /** Names of the policy packs that ran. `undefined` when what was read does not tell. */
  readonly packs: readonly string[] | undefined;
  /** Whether resources that do not change are there, too: without them, graphs and sums are those of what changes. */
  readonly isComplete: boolean;
}

/** What stands for a secret. */
export const secretText = "[secret]";
/** What stands for a value that only the update will tell. */
export const unknownText = "[unknown]";
