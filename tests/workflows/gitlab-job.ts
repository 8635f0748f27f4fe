import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

interface Written {
  readonly extends?: string;
  readonly script?: readonly string[];
  readonly before_script?: readonly string[];
  readonly variables?: Readonly<Record<string, string>>;
}

/** A job of the example for GitLab as its runner does it: what it extends filled in, the shared lines in front. */
export interface GitlabJob {
  readonly before: readonly string[];
  readonly script: string;
  readonly variables: Readonly<Record<string, string>>;
}

/** Reads one job of `docs/examples/gitlab-ci.yml` in a checkout. */
export const gitlabJob = (checkout: string, name: string): GitlabJob => {
  const pipeline = parse(readFileSync(join(checkout, "docs/examples/gitlab-ci.yml"), "utf8")) as Record<
    string,
    Written
  >;
  const { variables, ...job } = pipeline[name] ?? {};
  const base = pipeline[job.extends ?? ""] ?? {};
  return {
    before: pipeline["default"]?.before_script ?? [],
    script: (job.script ?? base.script ?? []).join("\n"),
    variables: { ...(pipeline["variables"] as Record<string, string>), ...base.variables, ...variables },
  };
};
