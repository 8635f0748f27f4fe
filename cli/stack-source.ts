import { readFileSync } from "node:fs";
import { UserError } from "../local/user-error.ts";
import { localStack } from "./stack.ts";

/** Where a document of a stack comes from: a file (`-` is stdin), a stack of the pulumi on PATH, or an embedded cluster's stack. */
export interface StackSource {
  readonly file?: string;
  readonly stack?: string;
  readonly cluster: string;
}

export const refusal = (code: string, path: string, message: string, remedy: string): UserError =>
  new UserError([{ code, severity: "error", path, message, remedy }]);

/** Text of a file, `-` is stdin. */
export const readText = (file: string): string => {
  try {
    return readFileSync(file === "-" ? 0 : file, "utf8");
  } catch (failure) {
    throw refusal("usage", file, (failure as Error).message, "name a file, or - for stdin");
  }
};

/** Variables and arguments with which `pulumi` finds the stack. */
export const stackOf = async ({ stack, cluster }: StackSource) =>
  stack === undefined ? await localStack(cluster) : { env: process.env, args: ["--stack", stack] };
