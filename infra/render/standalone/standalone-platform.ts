import { component } from "../../model/dapr/define-component.ts";
import type { ComponentSpec } from "../../model/dapr/component-spec.ts";
import type { PlatformSpec } from "../../model/platform-spec.ts";
import { toBytes } from "../../model/units.ts";
import type { StandalonePorts } from "./standalone-ports.ts";

/** The machine itself, and nobody else. */
export const loopback = "127.0.0.1";

/** File with the values of the secrets, beside the run file. */
export const secretsFile = "secrets.json";

const withValues = (spec: ComponentSpec, values: Readonly<Record<string, string>>): ComponentSpec => ({
  ...spec,
  metadata: spec.metadata.map((item) => {
    const value = values[item.name];
    return value === undefined ? item : { name: item.name, value };
  }),
});

/** Kafka on loopback knows no users: whoever reaches it is the developer. */
const localKafka = (platform: PlatformSpec, port: number): ComponentSpec =>
  component("pubsub.kafka/v1", {
    metadata: {
      brokers: `${loopback}:${port}`,
      consumerGroup: "{appID}",
      clientID: "{appID}",
      initialOffset: "oldest",
      maxMessageBytes: toBytes(platform.maxMessageSize),
      consumeRetryInterval: "100ms",
    },
    authentication: { profile: "none" },
    initTimeout: "60s",
  });

const localSecrets = (): ComponentSpec =>
  component("secretstores.local.file/v1", { metadata: { secretsFile, multiValued: true } });

/** Where a component's server runs, when the platform runs it. */
const localOf = (platform: PlatformSpec, ports: StandalonePorts, name: string, spec: ComponentSpec): ComponentSpec => {
  const { messageSink: sink } = platform;
  const page = sink === undefined ? undefined : ports.apps[sink.name]?.app;
  if (name === platform.secretStore) return localSecrets();
  if (spec.type === "pubsub.kafka" && platform.kafka?.kind !== "external") return localKafka(platform, ports.kafka);
  if (page === undefined) return spec;
  if (spec.type === "bindings.smtp") return withValues(spec, { host: loopback, port: String(ports.smtp) });
  const inCluster = `://${sink?.name}.${platform.namespace}.svc.`;
  const reachesSink = spec.metadata.some((item) => "value" in item && String(item.value).includes(inCluster));
  return reachesSink ? withValues(spec, { url: `http://${loopback}:${page}/push` }) : spec;
};

/** The same platform with its servers on the developer's own machine. */
export const standalonePlatform = (platform: PlatformSpec, ports: StandalonePorts): PlatformSpec => ({
  ...platform,
  kafka: undefined,
  components: Object.fromEntries(
    Object.entries(platform.components).map(([name, spec]) => [name, localOf(platform, ports, name, spec)]),
  ),
});
