import type { Command } from "./command.ts";
import { consoleCommand } from "./commands/console.ts";
import { devCommand } from "./commands/dev.ts";
import { destroyCommand } from "./commands/destroy.ts";
import { dlqCommand } from "./commands/dlq.ts";
import { driftCommand } from "./commands/drift.ts";
import { doctorCommand } from "./commands/doctor.ts";
import { graphCommand } from "./commands/graph.ts";
import { kubectlCommand } from "./commands/kubectl.ts";
import { logsCommand } from "./commands/logs.ts";
import { outputsCommand } from "./commands/outputs.ts";
import { previewCommand } from "./commands/preview.ts";
import { pulumiCommand } from "./commands/pulumi.ts";
import { messagesCommand } from "./commands/messages.ts";
import { benchCommand } from "./commands/bench.ts";
import { lightCommands } from "./light-commands.ts";
import { renderCommand } from "./commands/render.ts";
import { reviewCommand } from "./commands/review.ts";
import { statusCommand } from "./commands/status.ts";
import { stopCommand } from "./commands/stop.ts";
import { testCommand, testColdCommand, testLongCommand } from "./commands/test.ts";
import { upgradePlanCommand } from "./commands/upgrade-plan.ts";
import { upCommand } from "./commands/up.ts";
import { verifyCommand } from "./commands/verify.ts";

/** Every subcommand, in the order of the help. */
export const commands: Readonly<Record<string, Command>> = {
  up: upCommand,
  status: statusCommand,
  verify: verifyCommand,
  logs: logsCommand,
  dlq: dlqCommand,
  messages: messagesCommand,
  console: consoleCommand,
  dev: devCommand,
  render: renderCommand,
  outputs: outputsCommand,
  graph: graphCommand,
  drift: driftCommand,
  review: reviewCommand,
  doctor: doctorCommand,
  stop: stopCommand,
  destroy: destroyCommand,
  "upgrade-plan": upgradePlanCommand,
  ...lightCommands,
  kubectl: kubectlCommand,
  pulumi: pulumiCommand,
  preview: previewCommand,
  test: testCommand,
  "test:long": testLongCommand,
  "test:cold": testColdCommand,
  bench: benchCommand,
};

/** The subcommand of a name; names of built-in object members are none. */
export const findCommand = (name: string): Command | undefined =>
  Object.hasOwn(commands, name) ? commands[name] : undefined;
