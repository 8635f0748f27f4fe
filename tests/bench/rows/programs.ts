import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { clusterFiles, readPlan } from "../../../local/cluster/cluster-files.ts";
import { repositoryRoot, toolDir } from "../../../local/paths.ts";
import { prepareStack, type PreparedStack } from "../../../local/pulumi/prepare-stack.ts";
import { watchPeak } from "../processes.ts";
import { number, times, unmeasured, type Row } from "../row.ts";
import { median } from "../statistics.ts";

interface Timed {
  readonly seconds: number;
  /** Peak memory of the program and all it started, shared pages once, in MB. */
  readonly megabytes: number;
  readonly output: string;
  readonly ok: boolean;
}

const timed = async (program: string, args: readonly string[], env = process.env): Promise<Timed> => {
  const start = performance.now();
  const child = spawn(program, args, { cwd: repositoryRoot, env, stdio: ["ignore", "pipe", "pipe"] });
  const peak = watchPeak(child.pid ?? 0);
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (output = (output + text).slice(-20_000)));
  const ok = await new Promise<boolean>((resolve) => {
    child.on("error", () => resolve(false));
    child.on("close", (code) => resolve(code === 0));
  });
  return { seconds: (performance.now() - start) / 1000, megabytes: peak.stop() / 1e6, output, ok };
};

const must = (run: Timed): Timed => {
  if (!run.ok) throw new Error(run.output.trim().split("\n").slice(-8).join(" "));
  return run;
};

const middle = (runs: readonly Timed[]): { seconds: number; megabytes: number; text: string } => {
  const seconds = median(runs.map((run) => run.seconds));
  const megabytes = median(runs.map((run) => run.megabytes));
  return { seconds, megabytes, text: `${number(seconds)} s, ${number(megabytes)} MB` };
};

const helm = join(toolDir("helm"), "bin/helm");
const chart = join(toolDir("dapr"), "chart");
const template = (): Promise<Timed> => timed(helm, ["template", "dapr", chart, "--namespace", "dapr-system"]);

const bounds = (run: { seconds: number; megabytes: number }, seconds: number, megabytes: number) => [
  { name: "wall", measured: run.seconds, limit: seconds, unit: "s" },
  { name: "memory", measured: run.megabytes, limit: megabytes, unit: "MB" },
];

const previewRow = async (rounds: number): Promise<Row> => {
  const folder = await mkdtemp(join(tmpdir(), "todo-bench-"));
  try {
    const stack = await prepareStack({
      stateDir: folder,
      program: repositoryRoot,
      stack: "bench",
      config: {
        "todo-platform:target": "local",
        "todo-platform:kubeconfig": join(folder, "kubeconfig"),
        "todo-platform:registry": "127.0.0.1:5000",
        "todo-platform:charts": { dapr: chart },
      },
    });
    const [ours, peers]: [Timed[], Timed[]] = [[], []];
    for (let round = 0; round < rounds; round++) {
      ours.push(
        must(await timed("pulumi", ["preview", "--non-interactive", "--color=never", ...stack.args], stack.env)),
      );
      peers.push(must(await template()));
    }
    const [run, peer] = [middle(ours), middle(peers)];
    const resources = /\+ (\d+) to create/.exec(ours[0]?.output ?? "")?.[1] ?? "?";
    return {
      name: "`pulumi preview` with no cluster",
      must: "<= 5 s, <= 300 MB",
      ratio: `wall ${times(run.seconds, peer.seconds)}`,
      measured: run.text,
      peer: `helm template of the Dapr chart alone: ${peer.text}`,
      bounds: bounds(run, 5, 300),
      note:
        `the whole platform of target local, ${resources} resources, checked and planned; memory is the sum over the ` +
        "engine, the language host, the program and four providers, shared pages counted once. The production " +
        "targets have no stack yet. helm template renders one chart and checks nothing.",
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const programRow = async (rounds: number): Promise<Row> => {
  const [ours, peers]: [Timed[], Timed[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    ours.push(must(await timed(process.execPath, [join(import.meta.dirname, "../drivers/program-alone.ts")])));
    peers.push(must(await template()));
  }
  const [run, peer] = [middle(ours), middle(peers)];
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
  const exported = must(await timedWhole("pulumi", ["stack", "export", "--stack", cluster], env));
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

/** Like {@link timed}, with all of stdout. */
const timedWhole = (program: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Timed> =>
  new Promise((resolve) => {
    const child = spawn(program, args, { cwd: repositoryRoot, env, stdio: ["ignore", "pipe", "inherit"] });
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
    child.on("error", (failure) => resolve({ ok: false, output: String(failure), seconds: NaN, megabytes: NaN }));
    child.on("close", (code) => resolve({ ok: code === 0, output, seconds: NaN, megabytes: NaN }));
  });

const secondUp = { name: "second `pulumi up`, nothing changed", must: "no change, <= 10 s" };

const secondUpRow = async (cluster: string, rounds: number): Promise<Row> => {
  const stack = await appliedStack(cluster);
  const pulumi = (...args: string[]): Promise<Timed> =>
    timed("pulumi", [...args, "--non-interactive", "--color=never", ...stack.args], stack.env);
  const preview = await pulumi("preview", "--expect-no-changes");
  // Never apply anything from a benchmark.
  if (!preview.ok)
    return unmeasured(secondUp.name, secondUp.must, "the checkout differs from what runs: npm start first");
  const kubeconfig = ["--kubeconfig", clusterFiles(cluster).kubeconfig];
  const upgrade = ["upgrade", "dapr", chart, "-n", "dapr-system", "--reuse-values", "--dry-run=server", ...kubeconfig];
  const [ours, refreshed, peers]: [Timed[], Timed[], Timed[]] = [[], [], []];
  for (let round = 0; round < rounds; round++) {
    ours.push(must(await pulumi("up", "--yes", "--skip-preview", "--expect-no-changes")));
    refreshed.push(must(await pulumi("up", "--yes", "--skip-preview", "--refresh", "--expect-no-changes")));
    peers.push(must(await timed(helm, upgrade)));
  }
  const [run, whole, peer] = [middle(ours), middle(refreshed), middle(peers)];
  return {
    ...secondUp,
    ratio: `wall ${times(run.seconds, peer.seconds)}`,
    measured: `${run.text}; with every object read back from the cluster, as npm start does, ${whole.text}`,
    peer: `helm upgrade --dry-run=server of the Dapr chart alone: ${peer.text}`,
    bounds: [{ name: "wall", measured: run.seconds, limit: 10, unit: "s" }],
    note: /(\d+) unchanged/.exec(ours[0]?.output ?? "")?.[0] ?? "",
  };
};

/** The Pulumi program: previewed without a cluster, alone, and applied again. */
export const programRows = async (cluster: string, rounds: number): Promise<Row[]> => [
  await previewRow(rounds),
  await programRow(rounds),
  await secondUpRow(cluster, Math.min(rounds, 2)).catch((failure: unknown) =>
    unmeasured(secondUp.name, secondUp.must, String(failure)),
  ),
];
