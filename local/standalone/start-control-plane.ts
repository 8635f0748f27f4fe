import { join } from "node:path";
import { programPath } from "../toolchain/ensure-tools.ts";
import { startChild, type Child } from "./child.ts";
import { untilReady } from "./until-ready.ts";

/** Where Dapr's scheduler and placement listen; `own` is the first of five ports that nobody else asks for. */
export interface ControlPlaneOptions {
  readonly folder: string;
  readonly scheduler: number;
  readonly placement: number;
  readonly own: number;
}

const loopback = "127.0.0.1";

const isHealthy = (port: number) => (): Promise<boolean> =>
  fetch(`http://${loopback}:${port}/healthz`, { headers: { connection: "close" } }).then(
    ({ ok }) => ok,
    () => false,
  );

/**
 * The scheduler keeps jobs in an etcd of its own. Its health check, and placement's, answer on every address whatever
 * their flag says, with nothing but a status. Source: dapr cmd/scheduler/options, pkg/healthz/server.
 */
const schedulerArguments = ({ folder, scheduler, own }: ControlPlaneOptions): string[] => [
  `--port=${scheduler}`,
  `--listen-address=${loopback}`,
  `--override-broadcast-host-port=${loopback}:${scheduler}`,
  `--healthz-port=${own}`,
  `--etcd-data-dir=${join(folder, "scheduler")}`,
  `--etcd-client-port=${own + 1}`,
  `--etcd-client-listen-address=${loopback}`,
  `--etcd-initial-cluster=dapr-scheduler-server-0=http://${loopback}:${own + 2}`,
  "--enable-metrics=false",
];

/** Source: dapr cmd/placement/options. */
const placementArguments = ({ placement, own }: ControlPlaneOptions): string[] => [
  `--port=${placement}`,
  `--listen-address=${loopback}`,
  `--healthz-port=${own + 3}`,
  `--initial-cluster=dapr-placement-0=${loopback}:${own + 4}`,
  "--enable-metrics=false",
];

/** Starts what Dapr has beside its sidecars: the scheduler for jobs and placement for actors. */
export const startControlPlane = async (options: ControlPlaneOptions): Promise<Child[]> => {
  const start = (name: "scheduler" | "placement", args: string[]): Child =>
    startChild({
      name,
      program: programPath("dapr", name),
      args,
      cwd: options.folder,
      // It would take the machine's first address otherwise, and write an identity that nobody asks for.
      env: { ...process.env, DAPR_HOST_IP: loopback, TMPDIR: options.folder },
      log: join(options.folder, `${name}.log`),
    });
  const scheduler = start("scheduler", schedulerArguments(options));
  const placement = start("placement", placementArguments(options));
  const ready = [untilReady(scheduler, isHealthy(options.own)), untilReady(placement, isHealthy(options.own + 3))];
  try {
    await Promise.all(ready);
  } catch (failure) {
    await Promise.all([scheduler.stop(), placement.stop()]);
    throw failure;
  }
  return [scheduler, placement];
};
