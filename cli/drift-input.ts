import { KubeConfig, KubernetesObjectApi } from "@kubernetes/client-node";
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { FindObject, LiveObject } from "../infra/drift/drift-report.ts";
import { textAt } from "../infra/review/objects/read.ts";
import { readPreview } from "../infra/review/preview/read-preview.ts";
import type { Preview, PreviewStep } from "../infra/review/preview/preview.ts";
import { clusterFiles } from "../local/cluster/cluster-files.ts";
import { repositoryRoot } from "../local/paths.ts";
import { UserError } from "../local/user-error.ts";
import { localStack } from "./stack.ts";

const execute = promisify(execFile);

/** Which stack is compared, and with which cluster. */
export interface DriftSource {
  /** A stack of the pulumi on PATH. @default the embedded cluster's */
  readonly stack?: string;
  readonly cluster: string;
  /** @default the embedded cluster's; for another stack none, and nobody is named */
  readonly kubeconfig?: string;
}

/** Runs a preview of the engine and reads its JSON; an engine that fails ends with its own words. */
const previewOf = async (args: readonly string[], { stack, cluster }: DriftSource): Promise<Preview> => {
  const { env, args: stackArgs } =
    stack === undefined ? await localStack(cluster) : { env: process.env, args: ["--stack", stack] };
  try {
    const all = [...args, "--json", "--non-interactive", ...stackArgs];
    return readPreview((await execute("pulumi", all, { cwd: repositoryRoot, env, maxBuffer: 2 ** 28 })).stdout);
  } catch (failure) {
    const { stderr = "", stdout = "", message } = failure as Error & { stderr?: string; stdout?: string };
    const told =
      /"message": "(error: [^"]*)"/.exec(stdout)?.[1] ?? (stderr.trim().split("\n").at(-1) || message.split("\n")[0]);
    const remedy = `run pulumi ${args.join(" ")} by itself to see all of it`;
    throw new UserError([
      { code: "preview-failed", severity: "error", path: stack ?? cluster, message: told ?? "", remedy },
    ]);
  }
};

/** Both comparisons of the engine: the program with the state, the state with the cluster. Nothing is changed. */
export const driftPreviews = async (source: DriftSource): Promise<{ preview: Preview; refresh: Preview }> => ({
  refresh: await previewOf(["refresh", "--preview-only"], source),
  preview: await previewOf(["preview"], source),
});

const readObject = async (api: KubernetesObjectApi, { before }: PreviewStep): Promise<LiveObject | undefined> => {
  const [apiVersion, kind, name] = [
    textAt(before, "apiVersion"),
    textAt(before, "kind"),
    textAt(before, "metadata", "name"),
  ];
  if (apiVersion === undefined || kind === undefined || name === undefined) return undefined;
  const namespace = textAt(before, "metadata", "namespace");
  const metadata = namespace === undefined ? { name } : { name, namespace };
  return api.read({ apiVersion, kind, metadata }).then(
    (object) => JSON.parse(JSON.stringify(object)) as LiveObject,
    () => undefined,
  );
};

/** Reads from the cluster what a refresh found changed, to learn who did it. */
export const liveObjects = async (
  refresh: Preview,
  { stack, cluster, kubeconfig }: DriftSource,
): Promise<FindObject> => {
  const file = kubeconfig ?? (stack === undefined ? clusterFiles(cluster).kubeconfig : undefined);
  if (file === undefined) return () => undefined;
  const config = new KubeConfig();
  config.loadFromFile(file);
  const api = KubernetesObjectApi.makeApiClient(config);
  const changed = refresh.steps.filter(({ op, type }) => op === "update" && type.startsWith("kubernetes:"));
  const found = new Map<string, LiveObject | undefined>();
  for (const step of changed) found.set(step.urn, await readObject(api, step));
  return ({ urn }) => found.get(urn);
};
