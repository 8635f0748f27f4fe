import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** One Go source file of a package. */
export interface GoFile {
  /** Relative to the module, such as `state/redis/redis.go`. */
  readonly path: string;
  readonly text: string;
}

const modulePath = "github.com/dapr/components-contrib/";

const filesOf = (module: string, folder: string): GoFile[] =>
  readdirSync(join(module, folder))
    .filter((file) => file.endsWith(".go") && !file.endsWith("_test.go"))
    .sort()
    .map((file) => ({ path: `${folder}/${file}`, text: readFileSync(join(module, folder, file), "utf8") }));

/** Packages of the same module that a file imports; those at the root are interfaces, but for conversation. */
const importsOf = (file: GoFile): string[] =>
  [...file.text.matchAll(/^\s*(?:import\s+)?(?:[\w.]+\s+)?"github\.com\/dapr\/components-contrib\/([^"]+)"/gm)]
    .map((match) => match[1] ?? "")
    .filter((path) => path.includes("/") || path === "conversation");

/** The Go files of a component: its package and, transitively, what it imports of components-contrib. */
export const goFilesOf = (module: string, folder: string): GoFile[] => {
  const seen = new Set<string>();
  const queue = [folder];
  const files: GoFile[] = [];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    if (seen.has(next) || !existsSync(join(module, next))) continue;
    seen.add(next);
    const found = filesOf(module, next);
    files.push(...found);
    queue.push(...found.flatMap(importsOf));
  }
  return files;
};

/** Whether the component reaches a package of components-contrib, such as `common/authentication/azure`. */
export const importsPackage = (files: readonly GoFile[], packagePath: string): boolean =>
  files.some((file) => file.text.includes(`"${modulePath}${packagePath}"`));
