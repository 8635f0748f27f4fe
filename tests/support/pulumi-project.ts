import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { repositoryRoot } from "../../local/paths.ts";
import { prepareStack, type PreparedStack } from "../../local/pulumi/prepare-stack.ts";

/** What a `pulumi` command printed and how it ended. */
export interface PulumiResult {
  readonly code: number | null;
  readonly stdout: string;
  /** Both streams, as a user sees them. */
  readonly output: string;
}

/** One step of a preview, as `pulumi preview --json` prints it. */
export interface PreviewStep {
  readonly op: string;
  readonly urn: string;
  readonly detailedDiff?: Record<string, { readonly kind: string }> | null;
}

/** A Pulumi project of its own with the real CLI, a state folder and the bundled plugins. */
export interface PulumiProject {
  readonly folder: string;
  readonly stateDir: string;
  /** Writes a file of the project; the program is `index.ts`. */
  write: (file: string, text: string) => Promise<void>;
  prepare: () => Promise<PreparedStack>;
  /** Runs `pulumi` on the stack; `variables` are seen by the program. */
  pulumi: (args: readonly string[], variables?: Record<string, string>) => Promise<PulumiResult>;
  /** Like `pulumi`, but throws with the output unless it exits 0. */
  succeed: (args: readonly string[], variables?: Record<string, string>) => Promise<PulumiResult>;
  /** The steps of a preview that change something. */
  preview: (variables?: Record<string, string>) => Promise<PreviewStep[]>;
  remove: () => Promise<void>;
}

const up = ["--yes", "--skip-preview"];

/** The arguments of an `up`, a `refresh` and a `destroy` that ask nothing. */
export const commands = { up: ["up", ...up], refresh: ["refresh", ...up], destroy: ["destroy", ...up] };

/** For a large `up`: no test but one of the state itself needs the state of each step. */
export { stateAtTheEnd } from "../../cli/first-up.ts";

/** Creates a project with the given program. */
export async function createPulumiProject(program: string): Promise<PulumiProject> {
  const root = await mkdtemp(join(tmpdir(), "pulumi-project-"));
  const [folder, stateDir] = [join(root, "program"), join(root, "state")];
  await mkdir(folder);
  await symlink(join(repositoryRoot, "node_modules"), join(folder, "node_modules"));
  const write = (file: string, text: string): Promise<void> => writeFile(join(folder, file), text);
  await write(
    "Pulumi.yaml",
    "name: engine-test\nruntime: { name: nodejs, options: { typescript: false } }\nmain: index.ts\n",
  );
  await write("package.json", '{ "type": "module" }');
  await write("index.ts", program);
  const env = { ...process.env, TODO_PLATFORM_PROVIDER: process.env["TODO_PLATFORM_PROVIDER"] ?? "bundled" };
  const prepare = (): Promise<PreparedStack> =>
    prepareStack({ stateDir, stack: "test", program: folder, config: {}, env });
  const prepared = await prepare();
  const pulumi: PulumiProject["pulumi"] = (args, variables) => run(args, prepared, folder, variables);
  const succeed: PulumiProject["succeed"] = async (args, variables) => {
    const result = await pulumi(args, variables);
    if (result.code !== 0) throw new Error(`pulumi ${args.join(" ")} ended with ${result.code}:\n${result.output}`);
    return result;
  };
  const preview: PulumiProject["preview"] = async (variables) => {
    const { stdout } = await succeed(["preview", "--json"], variables);
    return (JSON.parse(stdout) as { steps: PreviewStep[] }).steps.filter((step) => step.op !== "same");
  };
  return { folder, stateDir, write, prepare, pulumi, succeed, preview, remove: () => rm(root, { recursive: true }) };
}

async function run(
  args: readonly string[],
  { env, args: stackArgs }: PreparedStack,
  cwd: string,
  variables: Record<string, string> = {},
): Promise<PulumiResult> {
  // `stack export` and the like have no configuration file.
  const given = args[0] === "stack" ? stackArgs.slice(0, 2) : stackArgs;
  return await new Promise((resolve, reject) => {
    const child = spawn("pulumi", [...args, "--non-interactive", ...given], { cwd, env: { ...env, ...variables } });
    const [stdout, output]: [string[], string[]] = [[], []];
    child.stdout.on("data", (chunk: Buffer) => (stdout.push(chunk.toString()), output.push(chunk.toString())));
    child.stderr.on("data", (chunk: Buffer) => output.push(chunk.toString()));
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, stdout: stdout.join(""), output: output.join("") }));
  });
}
