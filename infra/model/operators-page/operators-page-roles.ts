import { appApiTokenSecret, daprApiTokenSecret } from "../dapr/sidecar.ts";
import type { PlatformSpec } from "../platform-spec.ts";
import type { PlainManifest } from "../workload-manifests.ts";
import { operatorsPageName as name } from "./operators-page.ts";

interface Rule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly resourceNames?: readonly string[];
  readonly verbs: readonly string[];
}

const core = (resources: readonly string[], verbs: readonly string[], resourceNames?: readonly string[]): Rule => ({
  apiGroups: [""],
  resources,
  verbs,
  ...(resourceNames === undefined ? {} : { resourceNames }),
});

/** A WebSocket begins with a GET; newer API servers ask for `create` beside it. */
const connect = ["get", "create"];
const listPods = core(["pods"], ["list"]);
const forward = core(["pods/portforward"], connect);

/** Tokens of the sidecars that it asks, and of the app that keeps the dead letters; no other Secret. */
const tokens = ({ topology: { apps, deadLetters } }: PlatformSpec): string[] => [
  ...Object.keys(apps).map(daprApiTokenSecret),
  appApiTokenSecret(deadLetters.app),
];

const rulesOf = (platform: PlatformSpec): ReadonlyMap<string, readonly Rule[]> => {
  const { namespace, tracing, kafka } = platform;
  return new Map([
    [namespace, [listPods, forward, core(["secrets"], ["get"], tokens(platform))]],
    ...(tracing.backend === "zipkin" ? [[tracing.namespace, [listPods, forward]] as const] : []),
    // Its tools tell how far consumers are.
    ...(kafka?.kind === "plain"
      ? [[kafka.namespace, [listPods, core(["pods/exec"], connect, [`${kafka.cluster}-0`])]] as const]
      : []),
  ]);
};

/** What the page may do, in each namespace only what it looks at there. It reads no certificate: those lie beside private keys. */
export const toOperatorsPageRoles = (platform: PlatformSpec): PlainManifest[] =>
  [...rulesOf(platform)].flatMap(([namespace, rules]) => {
    const metadata = { name, namespace };
    const roleRef = { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name };
    const subjects = [{ kind: "ServiceAccount", name, namespace: platform.namespace }];
    const apiVersion = "rbac.authorization.k8s.io/v1";
    return [
      { apiVersion, kind: "Role", metadata, rules },
      { apiVersion, kind: "RoleBinding", metadata, roleRef, subjects },
    ];
  });
