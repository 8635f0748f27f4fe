import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "../../../local/paths.ts";
import { createPulumiProject, type PulumiProject, type PulumiResult } from "../../support/pulumi-project.ts";
import type { Draft } from "./graph.ts";

/** Registers what resources.json lists; `<made>` stands for a value that is known after its creation only. */
const program = `
import { readFileSync } from "node:fs";
import { CustomResource } from "@pulumi/pulumi";
import { RandomPassword } from "@pulumi/random";
const { result } = new RandomPassword("made", { length: 32 });
const filled = (value) =>
  value === "<made>" ? result
  : Array.isArray(value) ? value.map(filled)
  : typeof value === "object" && value !== null
  ? Object.fromEntries(Object.entries(value).map(([key, member]) => [key, filled(member)]))
  : value;
for (const { type, name, props, isProtected } of JSON.parse(readFileSync("resources.json", "utf8")))
  new CustomResource(type, name, filled(props), { protect: isProtected });
`;

/** What the engine says of one rule and one resource. */
interface PolicyEvent {
  readonly policyName: string;
  readonly message: string;
  readonly resourceUrn?: string;
  readonly enforcementLevel: string;
}

/** A run of the engine with the pack. */
export interface PackRun extends PulumiResult {
  /** `rule: message`, sorted. */
  readonly violations: readonly string[];
  readonly events: readonly PolicyEvent[];
  /** Rules that the engine says have passed or failed somewhere. */
  readonly ran: ReadonlySet<string>;
}

/** A stack of given resources that the real engine holds against the pack. */
export interface PackProject {
  readonly project: PulumiProject;
  readonly run: (
    command: readonly string[],
    resources: readonly Draft[],
    config?: Readonly<Record<string, string>>,
  ) => Promise<PackRun>;
}

type EngineEvent = Readonly<Record<string, { readonly passed?: string[]; readonly failed?: string[] }>>;

const readEvents = (file: string): EngineEvent[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as EngineEvent);

/** Creates the project; clouds are recorded, and there is no cluster. */
export const createPackProject = async (): Promise<PackProject> => {
  process.env["TODO_PLATFORM_CLOUDS"] = "recorded";
  const project = await createPulumiProject(program);
  const log = join(project.folder, "events.json");
  const pack = ["--policy-pack", join(repositoryRoot, "policies"), "--event-log", log];
  const run: PackProject["run"] = async (command, resources, config = {}) => {
    // The stack itself is made by every program.
    await project.write("resources.json", JSON.stringify(resources.filter(({ type }) => !type.startsWith("pulumi:"))));
    await project.prepare();
    rmSync(log, { force: true });
    const given = Object.entries(config).flatMap(([key, value]) => ["--config", `policies:${key}=${value}`]);
    const result = await project.pulumi([...command, ...pack, ...given], { PULUMI_DEBUG_COMMANDS: "true" });
    const all = readEvents(log);
    const events = all.flatMap(({ policyEvent }) => (policyEvent ? [policyEvent as unknown as PolicyEvent] : []));
    const summaries = all.flatMap((event) => [
      event["policyAnalyzeSummaryEvent"],
      event["policyAnalyzeStackSummaryEvent"],
    ]);
    return {
      ...result,
      events,
      // The engine puts the description before the message.
      violations: events
        .map(({ policyName, message }) => `${policyName}: ${message.trim().split("\n").slice(1).join("\n")}`)
        .sort(),
      ran: new Set(summaries.flatMap((summary) => [...(summary?.passed ?? []), ...(summary?.failed ?? [])])),
    };
  };
  return { project, run };
};
