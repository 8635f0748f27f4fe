import { isEmpty, textOf } from "../pack/fields.ts";
import { releaseKinds } from "../pack/releases.ts";
import { findingIf, type Rule } from "../pack/rule.ts";

export const releaseRequiresVersion: Rule = {
  name: "release-requires-version",
  refuses: "A release of Helm without the version of its chart.",
  why: "The next preview of the same program would upgrade a server that nobody meant to touch.",
  source: "https://www.pulumi.com/registry/packages/kubernetes/api-docs/helm/v3/release/",
  severity: "high",
  kinds: releaseKinds,
  // The version of a folder is what lies in it.
  where: ({ props }) => !/^[./]/.test(textOf(props["chart"])),
  check: ({ props }) => findingIf(isEmpty(props["version"]), "version", "is not set", "Name the version of the chart."),
};
