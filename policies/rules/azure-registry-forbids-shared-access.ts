import type { Rule } from "../pack/rule.ts";

export const azureRegistryForbidsSharedAccess: Rule = {
  name: "azure-registry-forbids-shared-access",
  refuses: "A container registry with a shared administrator, or open to everybody.",
  why: "Whoever has that one password can put another image under the name of each app.",
  source: "https://learn.microsoft.com/azure/container-registry/container-registry-authentication#admin-account",
  severity: "high",
  kinds: ["azure-native:containerregistry:Registry"],
  check: ({ props }) =>
    ["adminUserEnabled", "anonymousPullEnabled"]
      .filter((key) => props[key] === true)
      .map((key) => ({
        key,
        problem: "is true",
        remedy: "Set it to false, and give AcrPull to the cluster's identity.",
      })),
};
