import { parseDocument, printedOf, readText, stackOf, type StackSource } from "./stack-source.ts";

/** Where outputs come from, and how. */
export interface OutputsSource extends StackSource {
  readonly showSecrets: boolean;
}

const printed = async (source: OutputsSource): Promise<string> => {
  const { stack, cluster, showSecrets } = source;
  const { env, args } = await stackOf(source);
  const shown = ["stack", "output", "--json", ...args.slice(0, 2), ...(showSecrets ? ["--show-secrets"] : [])];
  return printedOf(stack ?? cluster, "outputs-unread", shown, env);
};

/**
 * The JSON document of `pulumi stack output --json`.
 * @throws UserError when there is none
 */
export const outputsDocument = async (source: OutputsSource): Promise<unknown> => {
  const text = source.file === undefined ? await printed(source) : readText(source.file);
  return parseDocument(text, source.file ?? "pulumi", "pass what pulumi stack output --json prints");
};
