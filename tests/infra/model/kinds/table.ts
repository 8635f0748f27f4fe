import { parse } from "yaml";
import { checkManifest } from "../../../../infra/model/dapr/kinds/check-manifest.ts";
import type { DaprVersion } from "../../../../infra/model/dapr/kinds/dapr-version.ts";

/** A mistake: what it is, the YAML of a spec, and the problems it must give, as `severity code path`. */
export type Row = readonly [title: string, spec: string, ...problems: string[]];

/** The problems of a document of a kind with this spec, as `severity code path`. */
export const problemsOf = (kind: string, spec: string, dapr?: DaprVersion, version = "v1alpha1"): string[] =>
  checkManifest(
    { apiVersion: `dapr.io/${version}`, kind, metadata: { name: "one" }, spec: parse(spec) as unknown },
    "",
    dapr,
  ).map(({ severity, code, path }) => `${severity} ${code} ${path}`);
