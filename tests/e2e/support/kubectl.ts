import { join } from "node:path";
import type { TestPlatform } from "../../support/platform-setup.ts";
import { toolDir } from "../../../local/paths.ts";
import { runProgram, type ProgramResult } from "./run-program.ts";

/** An object of the cluster, as far as the tests look at it. */
export interface ClusterObject {
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly uid?: string;
    readonly labels?: Record<string, string>;
    readonly annotations?: Record<string, string>;
    readonly deletionTimestamp?: string;
  };
  readonly spec?: Record<string, unknown>;
  readonly data?: Record<string, string>;
}

/** kubectl on the cluster of the tests. */
export interface Kubectl {
  /** Runs it to its end, whatever that is. */
  attempt(args: readonly string[], input?: string): Promise<ProgramResult>;
  /** Standard output. Throws with the error's text unless it exits 0. */
  run(args: readonly string[], input?: string): Promise<string>;
  /** The objects of `get <args>`. */
  list<T = ClusterObject>(...args: string[]): Promise<T[]>;
  /** The one object of `get <args>`. */
  get<T = ClusterObject>(...args: string[]): Promise<T>;
}

/** The pinned kubectl. */
export const createKubectl = ({ kubeconfig }: TestPlatform): Kubectl => {
  const program = join(toolDir("kubernetes"), "bin/kubectl");
  const attempt: Kubectl["attempt"] = (args, input) =>
    runProgram(program, ["--kubeconfig", kubeconfig, ...args], input === undefined ? {} : { input });
  const run: Kubectl["run"] = async (args, input) => {
    const { code, stdout, stderr } = await attempt(args, input);
    if (code !== 0) throw new Error(`kubectl ${args.join(" ")} exited ${code}: ${stderr}`);
    return stdout;
  };
  const get = async <T>(...args: string[]): Promise<T> => JSON.parse(await run(["get", "-o", "json", ...args])) as T;
  return { attempt, run, get, list: async <T>(...args: string[]) => (await get<{ items: T[] }>(...args)).items };
};
