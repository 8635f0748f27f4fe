import { at, textOf } from "./fields.ts";
import type { Resource } from "./resource.ts";

/** The kind of a release of Helm. */
export const releaseKinds = ["helm.sh/Release"];

/** Whether a release is of a chart, by the chart's own name; from a repository, an OCI registry or a folder. */
export const isOfChart = ({ props }: Resource, name: string): boolean =>
  textOf(props["chart"]).replace(/\/+$/, "").split("/").at(-1) === name ||
  at(props, "repositoryOpts", "chart") === name;

/** A value that the release gives to its chart. */
export const valueOf = ({ props }: Resource, ...path: readonly string[]): unknown => at(props, "values", ...path);
