import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { withPolicyPack } from "../../../cli/policy-pack.ts";
import { clusterFiles, readPlan } from "../../../local/cluster/cluster-files.ts";
import { repositoryRoot, toolDir } from "../../../local/paths.ts";
import { prepareStack, type PreparedStack } from "../../../local/pulumi/prepare-stack.ts";
import { watchPeak } from "../processes.ts";
import { number, times, unmeasured, type Row } from "../row.ts";
import { median } from "../statistics.ts";

interface Timed {
  readonly seconds: number;
  readonly output: string;
  readonly ok: boolean;
}

interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

const execute = async (
  { program, args, env = process.env }: Command,
  started?: (pid: number) => void,
): Promise<Timed> => {
  const start = performance.now();
  const child = spawn(program, args, { cwd: repositoryRoot, env, stdio: ["ignore", "pipe", "pipe"] });
  if (child.pid !== undefined) started?.(child.pid);
  let [output, errors] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (errors += text));
  const ok = await new Promise<boolean>((resolve) => {
    child.on("error", () => resolve(false));
    child.on("close", (code) => resolve(code === 0));
  });
  return { seconds: (performance.now() - start) / 1000, output: ok ? output : `${output}${errors}`, ok };
};

const must = (run: Timed): Timed => {
  if (!run.ok) throw new Error(run.output.trim().split("\n").slice(-8).join(" "));
  return run;
};

interface Cost {
  readonly seconds: number;
  /** Peak memory in MB, shared pages once: of all its processes, and of the largest. */
  readonly megabytes: number;
  readonly largest: number;
  readonly text: string;
  readonly output: string;
}

/** Times commands in turn, round by round; then runs each once more to watch its memory. */
const costs = async <Name extends string>(
  rounds: number,
  commands: Readonly<Record<Name, Command>>,
): Promise<Record<Name, Cost>> => {
  const entries = Object.entries(commands) as [Name, Command][];
  const runs = new Map(entries.map(([name]) => [name, [] as Timed[]]));
  for (let round = 0; round < rounds; round++)
    for (const [name, command] of entries) runs.get(name)?.push(must(await execute(command)));
  const found: [Name, Cost][] = [];
  for (const [name, command] of entries) {
    let watch: ReturnType<typeof watchPeak> | undefined;
    const { output } = must(await execute(command, (pid) => (watch = watchPeak(pid))));
    const { all = NaN, largest = NaN } = watch?.stop() ?? {};
    const seconds = median((runs.get(name) ?? []).map((run) => run.seconds));
    const text = `${number(seconds)} s, ${number(all / 1e6)} MB`;
    found.push([name, { seconds, megabytes: all / 1e6, largest: largest / 1e6, text, output }]);
  }
  return Object.fromEntries(found) as Record<Name, Cost>;
};

const helm = join(toolDir("helm"), "bin/helm");
const chart = join(toolDir("dapr"), "chart");
const template: Command = { program: helm, args: ["template", "dapr", chart, "--namespace", "dapr-system"] };

const bounds = (run: Cost, seconds: number, megabytes: number) => [
  { name: "wall", measured: run.seconds, limit: seconds, unit: "s" },
  { name: "memory", measured: run.megabytes, limit: megabytes, unit: "MB" },
];

const packRow = (plain: Cost, judged: Cost): Row => {
  const added = judged.seconds - plain.seconds;
  return {
    name: "the policy pack in that preview",
    must: "<= 2 s",
    ratio: `wall ${times(judged.seconds, plain.seconds)}`,
    measured: `${number(added)} s more: ${judged.text}`,
    peer: `the same preview without policies: ${plain.text}`,
    bounds: [{ name: "added wall", measured: added, limit: 2, unit: "s" }],
    note: "every rule over every resource, in a process of its own that the engine starts beside the program.",
  };
};

const previewRows = async (rounds: number): Promise<Row[]> => {
  const folder = await mkdtemp(join(tmpdir(), "todo-bench-"));
  const file = await readFile(join(repositoryRoot, "Pulumi.prod.yaml"), "utf8");
  const committed = parse(file) as { config: Record<string, unknown> };
  try {
    const stack = await prepareStack({
      stateDir: folder,
      program: repositoryRoot,
      stack: "bench",
      env: { ...process.env, TODO_PLATFORM_CLOUDS: "recorded" },
      config: { ...committed.config, "todo-platform:charts": { dapr: chart } },
    });
    const args = ["preview", "--non-interactive", "--color=never", ...stack.args];
    const preview = { program: "pulumi", args, env: stack.env };
    const judging = { ...preview, args: withPolicyPack(args) };
    const { run, judged, peer } = await costs(rounds, { run: preview, judged: judging, peer: template });
    const resources = /\+ (\d+) to create/.exec(run.output)?.[1] ?? "?";
    const row: Row = {
      name: "`pulumi preview` with no cluster",
      must: "<= 5 s, <= 300 MB",
      ratio: `wall ${times(run.seconds, peer.seconds)}`,
      measured: run.text,
      peer: `helm template of the Dapr chart alone: ${peer.text}`,
      bounds: bounds(run, 5, 300),
      note:
        `the whole of stack prod, Azure and what is in its cluster, ${resources} resources, checked and planned; memory is the ` +
        `sum over the engine, the language host, the program and five providers, the largest of them ${number(run.largest)} MB. ` +
        "helm template renders one chart and checks nothing.",
    };
    return [row, packRow(run, judged)];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const programRow = async (rounds: number): Promise<Row> => {
  const alone: Command = {
    program: process.execPath,
    args: [join(import.meta.dirname, "../drivers/program-alone.ts")],
  };
  const { run, peer } = await costs(rounds, { run: alone, peer: template });
  return {
    name: "program alone",
    must: "<= 1.5 s, <= 200 MB",
    ratio: `wall ${times(run.seconds, peer.seconds)}`,
    measured: run.text,
    peer: `helm template of the Dapr chart: ${peer.text}`,
    bounds: bounds(run, 1.5, 200),
    note: "Node with the whole program of target local under mocks: types stripped, model checked, every resource registered.",
  };
};

/** The stack as it was applied last, with the base image it was applied with. */
const appliedStack = async (cluster: string): Promise<PreparedStack> => {
  const { pulumiEnvironment } = await import("../../../local/pulumi/environment.ts");
  const files = clusterFiles(cluster);
  const env = pulumiEnvironment({ stateDir: files.folder });
  const exported = must(await execute({ program: "pulumi", args: ["stack", "export", "--stack", cluster], env }));
  const { deployment } = JSON.parse(exported.output) as { deployment: { resources?: AppliedResource[] } };
  const image = deployment.resources?.find(({ type }) => type === "docker-build:index:Image");
  const plan = await readPlan(cluster);
  return prepareStack({
    stateDir: files.folder,
    program: repositoryRoot,
    stack: cluster,
    config: {
      "todo-platform:target": "local",
      "todo-platform:kubeconfig": files.kubeconfig,
      "todo-platform:registry": plan?.registry,
      "todo-platform:charts": { dapr: chart },
      ...(image?.inputs.buildArgs?.["BASE"] === undefined
        ? {}
        : { "todo-platform:baseImage": image.inputs.buildArgs["BASE"] }),
    },
  });
};

interface AppliedResource {
  readonly type: string;
  readonly inputs: { buildArgs?: Record<string, string> };
}

const secondUp = { name: "second `pulumi up`, nothing changed", must: "no change, <= 10 s" };

const secondUpRow = async (cluster: string, rounds: number): Promise<Row> => {
  const stack = await appliedStack(cluster);
  const pulumi = (...args: string[]): Command => ({
    program: "pulumi",
    args: [...args, "--expect-no-changes", "--non-interactive", "--color=never", ...stack.args],
    env: stack.env,
  });
  // Never apply anything from a benchmark.
  if (!(await execute(pulumi("preview"))).ok)
    return unmeasured(secondUp.name, secondUp.must, "the checkout differs from what runs: npm start first");
  const kubeconfig = ["--kubeconfig", clusterFiles(cluster).kubeconfig];
  const upgrade = ["upgrade", "dapr", chart, "-n", "dapr-system", "--reuse-values", "--dry-run=server", ...kubeconfig];
  const { run, refreshed, peer } = await costs(rounds, {
    run: pulumi("up", "--yes", "--skip-preview"),
    refreshed: pulumi("up", "--yes", "--skip-preview", "--refresh"),
    peer: { program: helm, args: upgrade },
  });
  return {
    ...secondUp,
    ratio: `wall ${times(run.seconds, peer.seconds)}`,
    measured: `${run.text}; with every object read back from the cluster, as npm start does, ${refreshed.text}`,
    peer: `helm upgrade --dry-run=server of the Dapr chart alone: ${peer.text}`,
    bounds: [{ name: "wall", measured: run.seconds, limit: 10, unit: "s" }],
    note: `${/(\d+) unchanged/.exec(run.output)?.[0] ?? ""}; memory is the sum over all its processes.`,
  };
};

/** The Pulumi program: previewed without a cluster, alone, and applied again. */
export const programRows = async (cluster: string, rounds: number): Promise<Row[]> => [
  ...(await previewRows(rounds)),
  await programRow(rounds),
  await secondUpRow(cluster, Math.min(rounds, 2)).catch((failure: unknown) =>
    unmeasured(secondUp.name, secondUp.must, String(failure)),
  ),
];
