import type { LogTarget } from "../logging/logging.ts";
import type { PlatformSpec } from "../platform-spec.ts";
import type { Problem } from "../problems.ts";
import { toMilliseconds } from "../units.ts";
import { error } from "./error.ts";

const day = 86_400_000;

const azureProblems = (target: Extract<LogTarget, { kind: "azure-monitor" }>): Problem[] => [
  ...(/^https:\/\/[^/]+$/.test(target.endpoint)
    ? []
    : [
        error(
          "TP1049",
          "logging.target.endpoint",
          target.endpoint,
          "is no address of a data collection endpoint",
          "Copy it from the endpoint's page: https://<name>.<region>.ingest.monitor.azure.com, without a path.",
        ),
      ]),
  ...(/^dcr-[0-9a-f]{32}$/.test(target.rule)
    ? []
    : [
        error(
          "TP1049",
          "logging.target.rule",
          target.rule,
          "is no immutable id of a data collection rule",
          "It begins with dcr-; the rule's name and its resource id are others.",
        ),
      ]),
];

const serverProblems = (target: Exclude<LogTarget, { kind: "azure-monitor" }>): Problem[] => [
  ...(/[:/]/.test(target.host)
    ? [
        error(
          "TP1049",
          "logging.target.host",
          target.host,
          "is no host",
          "Write it without scheme, port and path: they have fields of their own.",
        ),
      ]
    : []),
  ...(target.credentials !== undefined && !target.tls
    ? [
        error(
          "TP1043",
          "logging.target.tls",
          target.tls,
          "lets everybody on the way read the password",
          "Set tls to true.",
        ),
      ]
    : []),
  ...(toMilliseconds(target.retention) < day
    ? [
        error(
          "TP1050",
          "logging.target.retention",
          target.retention,
          "is shorter than a day, the least that Loki and an index for each day can keep",
          "Keep lines for at least 24h.",
        ),
      ]
    : []),
];

/** Whether logs can be read and reach who keeps them. */
export const checkLogging = ({ logging, ...platform }: PlatformSpec): Problem[] => {
  if (logging === undefined) return [];
  const { target, namespace } = logging;
  const others = [platform.namespace, platform.dapr.namespace, platform.tracing.namespace];
  return [
    ...(others.includes(namespace)
      ? [
          error(
            "TP1051",
            "logging.namespace",
            namespace,
            "enforces Pod Security `restricted`, which lets nobody read the files of a node",
            "Give the collectors of logs a namespace of their own, such as logging.",
          ),
        ]
      : []),
    ...(target.kind === "azure-monitor" ? azureProblems(target) : serverProblems(target)),
  ];
};
