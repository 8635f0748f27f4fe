import { DiagnosticSetting } from "@pulumi/azure-native/monitor/diagnosticSetting.js";
import type { CustomResourceOptions, Input } from "@pulumi/pulumi";

/** Which logs of a resource are kept. */
export interface LogArgs {
  readonly resourceUri: Input<string>;
  readonly workspaceId: Input<string>;
  /** Categories of the resource's own, such as `AuditEvent`. */
  readonly categories: readonly string[];
}

/** Sends a resource's own logs to the workspace; they cost by their size. */
export const keepLogs = (
  name: string,
  { resourceUri, workspaceId, categories }: LogArgs,
  options: CustomResourceOptions,
): DiagnosticSetting =>
  new DiagnosticSetting(
    name,
    {
      name: "platform-logs",
      resourceUri,
      workspaceId,
      logs: categories.map((category) => ({ category, enabled: true })),
    },
    options,
  );
