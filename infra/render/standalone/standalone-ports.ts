import type { PlatformSpec } from "../../model/platform-spec.ts";

/** Ports of one app and of its sidecar. */
export interface AppPorts {
  readonly app: number;
  readonly http: number;
  readonly grpc: number;
  /** Between sidecars. */
  readonly internal: number;
  readonly metrics: number;
}

/** Where everything listens, all of it on loopback only. */
export interface StandalonePorts {
  readonly apps: Readonly<Record<string, AppPorts>>;
  readonly kafka: number;
  readonly postgres: number;
  /** Mail server of the sink. */
  readonly smtp: number;
  readonly scheduler: number;
  readonly placement: number;
}

/** Highest port of a machine. */
const lastPort = 65_535;

/**
 * The ports of a platform without Kubernetes: Kafka, PostgreSQL, scheduler and placement have those that `dapr init` and
 * everybody else expects, apps those of the topology, sidecars a row each.
 *
 * @param offset Added to each port, so that several can run beside each other. @default 0
 * @throws RangeError when a port would be no port any more
 */
export const standalonePorts = (platform: PlatformSpec, offset = 0): StandalonePorts => {
  const { topology, messageSink } = platform;
  const apps: Record<string, number> = Object.fromEntries(
    Object.entries(topology.apps).map(([app, { port }], index) => [app, port ?? 8100 + index]),
  );
  // 8080 is what every other program of a developer wants, too.
  if (messageSink !== undefined) apps[messageSink.name] = 8025;
  const ports: StandalonePorts = {
    apps: Object.fromEntries(
      Object.entries(apps).map(([app, port], index) => [
        app,
        {
          app: port + offset,
          http: 3500 + index + offset,
          grpc: 3600 + index + offset,
          internal: 3700 + index + offset,
          metrics: 9101 + index + offset,
        },
      ]),
    ),
    kafka: 9092 + offset,
    postgres: 5432 + offset,
    smtp: 1025 + offset,
    scheduler: 50_006 + offset,
    placement: 50_005 + offset,
  };
  const all = [
    ports.smtp,
    ports.scheduler,
    ...Object.values(ports.apps).flatMap((own) => Object.values<number>({ ...own })),
  ];
  const [least, most] = [offset + 1 - Math.min(...all), offset + lastPort - Math.max(...all)];
  if (offset < least || offset > most)
    throw new RangeError(`leaves no port for everything; choose one from ${least} to ${most}`);
  return ports;
};
