import { etcdState } from "../etcd.ts";
import type { PlatformSpec } from "../platform-spec.ts";
import type { Problem } from "../problems.ts";
import { error, warning } from "./error.ts";
import { serverProblems } from "./server-problems.ts";

/** Source: components-contrib state/etcd/etcd.go, doSet: nobody looks whether the comparison held. */
const firstWriteWarnings = ({ topology, components }: PlatformSpec): Problem[] =>
  Object.keys(topology.stateStores)
    .filter((store) => components[store]?.type === "state.etcd")
    .map((store) =>
      warning(
        "TP0442",
        `components.${store}`,
        "state.etcd",
        "answers two first writes of one key at the same moment with success, and keeps one of them",
        "Use state.postgresql or state.redis where two writers meet; suppress it where there is one.",
      ),
    );

/** The etcd server, and what its component cannot promise. */
export const checkEtcd = (platform: PlatformSpec): Problem[] => {
  const { etcd, dapr } = platform;
  const server = etcd && {
    key: "etcd" as const,
    title: "etcd",
    kind: etcd.kind,
    type: "state.etcd",
    expected: etcdState(etcd),
    maker: "etcdState(etcd)",
    fields: ["endpoints", "tlsEnable", "ca", "cert", "key"],
    code: "TP0433",
  };
  return [
    ...(server === undefined ? [] : serverProblems(platform, server)),
    ...(etcd?.kind === "external" && !etcd.tls && dapr.highAvailability
      ? [
          error(
            "TP0422",
            "etcd.tls",
            false,
            "sends all state in plain text to servers elsewhere, which know nobody by name",
            "Use true; plain text is for development.",
          ),
        ]
      : []),
    ...firstWriteWarnings(platform),
  ];
};
