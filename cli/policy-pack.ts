import { join } from "node:path";
import { repositoryRoot } from "../local/paths.ts";

/** Commands of `pulumi` that a policy pack judges. */
const judged = ["up", "update", "preview"];

/** The arguments of `pulumi` with the platform's policy pack, where it has a say and the caller has named none. */
export const withPolicyPack = (args: readonly string[]): readonly string[] =>
  judged.includes(args[0] ?? "") && !args.some((argument) => /^--policy-pack(=|$)/.test(argument))
    ? [...args, "--policy-pack", join(repositoryRoot, "policies")]
    : args;
