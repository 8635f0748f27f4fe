import { join } from "node:path";
import ts from "typescript";

/** What the compiler says of files, under the options of this repository. */
export const typeErrors = (files: readonly string[]): string[] => {
  const root = process.cwd();
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, root);
  const typeRoots = [join(root, "node_modules/@types")];
  const program = ts.createProgram([...files], { ...options, noEmit: true, typeRoots });
  return ts.getPreEmitDiagnostics(program).map((diagnostic) => {
    const place = diagnostic.file?.getLineAndCharacterOfPosition(diagnostic.start ?? 0);
    const file = diagnostic.file?.fileName.split("/").at(-1) ?? "";
    return `${file}:${(place?.line ?? -1) + 1} ${ts.flattenDiagnosticMessageText(diagnostic.messageText, " ")}`;
  });
};
