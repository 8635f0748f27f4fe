import { plainValue } from "./plain-value.ts";
import type { Diagnostic, Enforcement, PolicyViolation, Preview, PreviewStep, StepOp } from "./preview.ts";

/** Text that is no preview; the message says what to pass instead. */
export class PreviewError extends Error {}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const fields = (value: unknown): Fields => (isFields(value) ? value : {});
const text = (value: unknown): string => (typeof value === "string" ? value : "");
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Steps of a replacement come one by one; they are one to a reader. */
const opOf = (op: string): StepOp | undefined => {
  if (/^(create-replacement|replace|delete-replaced|import-replacement)$/.test(op)) return "replace";
  if (op === "import") return "create";
  if (op === "refresh" || op === "read" || op === "discard") return "same";
  return (["create", "update", "delete", "same"] as const).find((known) => known === op);
};

const typeOf = (urn: string): string => (urn.split("::").at(-2) ?? "").split("$").at(-1) ?? "";

const inputsOf = (state: unknown): Fields | undefined => {
  if (!isFields(state)) return undefined;
  return plainValue(fields(state["inputs"])) as Fields;
};

const keptOf = (state: Fields): Pick<PreviewStep, "kept"> => {
  if (state["protect"] === true) return { kept: "protected" };
  return state["retainOnDelete"] === true ? { kept: "retained" } : {};
};

/** One step of the digest (`oldState`, `newState`) or of an event (`old`, `new`). */
const toStep = (step: Fields): PreviewStep | undefined => {
  const [urn, op] = [text(step["urn"]), opOf(text(step["op"]))];
  if (urn === "" || op === undefined || typeOf(urn) === "pulumi:pulumi:Stack") return undefined;
  const before = op === "create" ? undefined : inputsOf(step["oldState"] ?? step["old"]);
  const after = op === "delete" ? undefined : inputsOf(step["newState"] ?? step["new"]);
  const paths = [
    ...Object.keys(fields(step["detailedDiff"])),
    ...[...list(step["diffReasons"]), ...list(step["diffs"])].map(text),
  ];
  return {
    urn,
    type: typeOf(urn),
    op,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    paths: [...new Set(paths)].sort(),
    ...keptOf(fields(step["oldState"] ?? step["old"])),
  };
};

/** One step for each resource, in the order of their URNs. */
const together = (steps: readonly PreviewStep[]): PreviewStep[] =>
  [...Map.groupBy(steps, ({ urn }) => urn).values()]
    .map((same): PreviewStep => {
      const [first, ...others] = same as [PreviewStep, ...PreviewStep[]];
      return others.reduce<PreviewStep>(
        (one, other) => ({
          ...one,
          ...other,
          op: one.op === "replace" || other.op === "replace" ? "replace" : one.op,
          paths: [...new Set([...one.paths, ...other.paths])].sort(),
        }),
        first,
      );
    })
    .sort((a, b) => (a.urn < b.urn ? -1 : 1));

const enforcementOf = (level: string): Enforcement =>
  level === "mandatory" || level === "remediate" || level === "disabled" ? level : "advisory";

/** Messages are coloured by tags such as `<{%reset%}>`. */
const colourless = (message: string): string => message.replaceAll(/<\{%[^%]*%\}>/g, "").trim();

const toViolation = (event: Fields): PolicyViolation => {
  const urn = text(event["resourceUrn"]);
  return {
    pack: text(event["policyPackName"]),
    policy: text(event["policyName"]),
    enforcement: enforcementOf(text(event["enforcementLevel"])),
    ...(urn === "" ? {} : { urn }),
    message: colourless(text(event["message"])),
  };
};

const toDiagnostics = (events: readonly Fields[]): Diagnostic[] =>
  events.flatMap((event): Diagnostic[] => {
    const severity = text(event["severity"]);
    if (severity !== "error" && severity !== "warning") return [];
    return [{ severity, message: colourless(text(event["message"])) }];
  });

const fromDigest = (digest: Fields): Preview => {
  const steps = list(digest["steps"]).map((step) => toStep(fields(step)));
  const known = steps.filter((step) => step !== undefined);
  return {
    steps: together(known),
    violations: [],
    diagnostics: toDiagnostics(list(digest["diagnostics"]).map(fields)),
    packs: undefined,
    isComplete: known.some(({ op, type }) => op === "same" && type.startsWith("kubernetes:")),
  };
};

/** A pack of a local folder is summed up as `name|local|folder`. */
const packName = (summed: string): string => summed.split("|")[0] ?? summed;

const fromEvents = (events: readonly Fields[]): Preview => {
  const of = (kind: string): Fields[] => events.filter((event) => kind in event).map((event) => fields(event[kind]));
  const steps = of("resourcePreEvent").map((event) => toStep(fields(event["metadata"])));
  const violations = of("policyEvent").map(toViolation);
  const packs = of("summaryEvent").flatMap((event) => Object.keys(fields(event["PolicyPacks"])).map(packName));
  return {
    steps: together(steps.filter((step) => step !== undefined)),
    violations: [...new Map(violations.map((violation) => [JSON.stringify(violation), violation])).values()],
    diagnostics: toDiagnostics(of("diagnosticEvent")),
    packs: [...new Set([...packs, ...violations.map(({ pack }) => pack)])].sort(),
    isComplete: true,
  };
};

const parse = (json: string): unknown => {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
};

/**
 * Reads a preview as the engine has written it down: `pulumi preview --json`, or an event log (`--event-log`), one event
 * a line. Only the log tells of policies and of what does not change (the digest does with `--show-sames`).
 *
 * @throws PreviewError for any other text
 */
export const readPreview = (written: string): Preview => {
  const digest = parse(written);
  if (isFields(digest) && ("steps" in digest || "changeSummary" in digest)) return fromDigest(digest);
  const lines = written.split("\n").filter((line) => line.trim() !== "");
  const events = lines.map(parse).filter((event) => isFields(event) && "sequence" in event) as Fields[];
  if (lines.length > 0 && events.length === lines.length) return fromEvents(events);
  throw new PreviewError("is no preview: pass what `pulumi preview --json` printed, or its event log (--event-log)");
};
