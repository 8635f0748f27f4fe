import "./late-closures.ts";
import * as runner from "@pulumi/pulumi/cmd/run-policy-pack/run.js";

/** What the SDK's runner of policy packs takes; its declarations leave it out. */
interface Runner {
  readonly run: (options: {
    argv: { _: string[] };
    programStarted: () => void;
    reportLoggedError: () => void;
    typeScript: boolean;
  }) => Promise<unknown>;
}

/**
 * Runs a policy pack: the engine starts this in the pack's folder with its own address, the program and the runtime
 * options. It is the SDK's own runner, without the type checker that the published script puts before it: Node reads
 * the TypeScript, and a preview waits for the pack; for the same reason without what turns functions into text.
 */
const [, program = "."] = process.argv.slice(2).filter((argument) => !argument.startsWith("-"));
/** The runner's exit code after it has told the user what is wrong. */
const exitedAfterMessage = 32;
await (runner as unknown as Runner).run({
  argv: { _: [program] },
  programStarted: () => undefined,
  reportLoggedError: () => process.exit(exitedAfterMessage),
  typeScript: false,
});
