import type { ComponentSpec } from "../dapr/component-spec.ts";
import type { PlatformSpec } from "../platform-spec.ts";
import type { Problem } from "../problems.ts";
import { differences } from "./component-values.ts";
import { error } from "./error.ts";

/** A server of the platform beside Kafka and PostgreSQL, as far as all of them are checked alike. */
export interface CheckedServer {
  /** Its key in the platform, such as `etcd`. */
  readonly key: "etcd" | "rabbitmq" | "vault" | "mongodb";
  /** What people call it. */
  readonly title: string;
  readonly kind: "plain" | "external";
  /** Type of the components that it serves, such as `state.etcd`. */
  readonly type: string;
  /** The component as its maker writes it. */
  readonly expected: ComponentSpec;
  /** The maker, as the remedy names it. */
  readonly maker: string;
  /** Metadata by which a client finds the server and says who it is. */
  readonly fields: readonly string[];
  /** Code of a component that speaks to another server. */
  readonly code: string;
}

const mismatches = ({ components }: PlatformSpec, server: CheckedServer): Problem[] =>
  Object.entries(components)
    .filter(([, spec]) => spec.type === server.type)
    .flatMap(([name, spec]) =>
      differences(spec, server.expected, server.fields).map(({ field, is, should }) =>
        error(
          server.code,
          `components.${name}.metadata.${field}`,
          is,
          `is not how ${server.title} is reached: there ${field} is ${should}`,
          `Make the component by ${server.maker}, or correct ${server.key}.`,
        ),
      ),
    );

/** Components speak to the server, it is used, and in production it is not one pod. */
export const serverProblems = (platform: PlatformSpec, server: CheckedServer): Problem[] => {
  const { key, title, kind, type, maker } = server;
  const used = Object.values(platform.components).some((spec) => spec.type === type);
  return [
    ...mismatches(platform, server),
    ...(used ? [] : [error("TP0438", key, kind, "is used by no component", `Remove it, or use ${maker}.`)]),
    ...(kind === "plain" && platform.dapr.highAvailability
      ? [
          error(
            "TP0437",
            `${key}.kind`,
            kind,
            `is one pod of ${title}: while it restarts, nothing has what it holds`,
            'Use kind "external" with servers that are run elsewhere, or set dapr.highAvailability to false for development.',
          ),
        ]
      : []),
  ];
};
