import type { Command } from "../command.ts";
import { devApp } from "../dev-app.ts";
import { devStandalone } from "../dev-standalone.ts";
import { endingOnInterrupt } from "../interrupt.ts";

export const devCommand: Command = {
  usage: "<app> [--source DIR] [--cluster NAME] | --standalone [--dir DIR] [--port-offset N] [--json]",
  summary: "Run an app of the cluster from its source, or the whole platform as processes; reload what is changed.",
  details: `With the name of an app, one pod of it runs the source of this checkout instead of its image, with the sidecar, the
Secrets and the rights that it always has; each change is there in a second or two. Ctrl-C gives the image back (after a
crash of this command: todo-platform up).

--standalone needs no cluster: it writes the run file of \`render --target standalone\` and starts everything that it needs
on 127.0.0.1: Kafka, PostgreSQL, Dapr's scheduler and placement, and each app with its daprd. The apps' lines go to stderr.
(Dapr's scheduler and placement answer health checks on every address; all else is on loopback.)

  --source DIR       folder of the apps' sources (default: apps of this checkout)
  --dir DIR          where run file, data and logs are kept (default: the state folder)
  --port-offset N    is added to every port, so that nothing else is in the way (default: 0)
  --json             one line on stdout when everything runs, or for each change`,
  options: {
    standalone: { type: "boolean", default: false },
    source: { type: "string" },
    dir: { type: "string" },
    "port-offset": { type: "string", default: "0" },
  },
  run: (context) =>
    endingOnInterrupt((signal) =>
      context.options["standalone"] === true ? devStandalone(context, signal) : devApp(context, signal),
    ),
};
