import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Source } from "../infra/lint/source.ts";
import type { Problem } from "../local/user-error.ts";

/** What was read, and what could not be. */
export interface ReadSources {
  readonly sources: readonly Source[];
  readonly problems: readonly Problem[];
}

/** Folders that hold other people's files. */
const skipped: readonly string[] = ["node_modules", ".git"];

/** Beyond this a file is not read at all; lint refuses it by its size. */
const longestRead = 8 * 1024 * 1024;

const yamlFiles = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return skipped.includes(entry.name) ? [] : yamlFiles(path);
      return /\.ya?ml$/i.test(entry.name) && (entry.isFile() || entry.isSymbolicLink()) ? [path] : [];
    });

const unreadable = (path: string, message: string, remedy: string): Problem => ({
  code: "unreadable",
  severity: "error",
  path,
  message,
  remedy,
});

const explain = (path: string, failure: unknown): Problem => {
  const code = (failure as NodeJS.ErrnoException).code ?? "unknown";
  const message = code === "ENOENT" ? "there is no such file or folder" : `cannot be read (${code})`;
  return unreadable(path, message, "name a YAML file, a folder, or - for stdin");
};

const decode = (path: string, bytes: Buffer): ReadSources => {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { sources: [{ file: path, text }], problems: [] };
  } catch {
    return { sources: [], problems: [unreadable(path, "is no UTF-8 text", "save it as UTF-8, or leave it out")] };
  }
};

const readOne = (file: string): ReadSources => {
  if (file === "-") return decode("stdin", readFileSync(0));
  const { size } = statSync(file);
  if (size > longestRead)
    return { sources: [], problems: [unreadable(file, "is longer than 8 MiB", "lint the manifests one by one")] };
  return decode(file, readFileSync(file));
};

const filesOf = (argument: string): string[] =>
  argument !== "-" && statSync(argument).isDirectory() ? yamlFiles(argument) : [argument];

const readArgument = (argument: string): ReadSources[] => {
  try {
    return filesOf(argument).map((file) => {
      try {
        return readOne(file);
      } catch (failure) {
        return { sources: [], problems: [explain(file, failure)] };
      }
    });
  } catch (failure) {
    return [{ sources: [], problems: [explain(argument, failure)] }];
  }
};

/** Reads files, the YAML files of folders and of their folders, and stdin for `-`; each file once. */
export const readSources = (files: readonly string[]): ReadSources => {
  const read = files.flatMap(readArgument);
  const sources = new Map(read.flatMap((each) => each.sources).map((source) => [source.file, source]));
  const problems = read.flatMap((each) => each.problems);
  const empty = sources.size === 0 && problems.length === 0;
  const nothing = unreadable(files.join(", "), "holds no *.yaml or *.yml file", "name the folder of the manifests");
  return { sources: [...sources.values()], problems: empty ? [nothing] : problems };
};
