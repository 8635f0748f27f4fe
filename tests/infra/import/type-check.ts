import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";

/** What the compiler says of files, under the options of this repository. */
export const typeErrors = (files: readonly string[]): string[] => {
  const root = process.cwd();
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, root);
  const typeRoots = [join(root, "node_modules/@types")];
  const program = ts.createProgram([...files], { ...options, noEmit: true, typeRoots });
  return ts.getPreEmitDiagnostics(program).map((diagnostic) => {
    const place = diagnostic.file?.getLineAndCharacterOfPosition(diagnostic.start ?? 0);
    const file = diagnostic.file?.fileName.split("/").at(-1) ?? "";
    return `${file}:${(place?.line ?? -1) + 1} ${ts.flattenDiagnosticMessageText(diagnostic.messageText, " ")}`;
  });
};

/** What the compiler says of one text; with `syntaxOnly` without looking at types. */
export const typeErrorsOfText = (text: string, { syntaxOnly = false } = {}): string[] => {
  if (syntaxOnly) {
    const { diagnostics = [] } = ts.transpileModule(text, {
      reportDiagnostics: true,
      compilerOptions: { target: ts.ScriptTarget.ES2024, module: ts.ModuleKind.ESNext },
    });
    return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "));
  }
  const folder = mkdtempSync(join(tmpdir(), "types-"));
  try {
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
    writeFileSync(join(folder, "text.ts"), text);
    return typeErrors([join(folder, "text.ts")]);
  } finally {
    rmSync(folder, { recursive: true });
  }
};
