import { describe, expect, inject, test } from "vitest";
import { createKubectl } from "./support/kubectl.ts";

interface Pod {
  readonly metadata: { readonly name: string; readonly namespace: string };
  readonly spec: {
    readonly securityContext?: { readonly runAsNonRoot?: boolean };
    readonly containers: readonly Container[];
    readonly initContainers?: readonly Container[];
    readonly volumes?: readonly { readonly name: string; readonly hostPath?: object }[];
  };
}

interface Container {
  readonly name: string;
  readonly securityContext?: {
    readonly runAsNonRoot?: boolean;
    readonly allowPrivilegeEscalation?: boolean;
    readonly readOnlyRootFilesystem?: boolean;
    readonly capabilities?: { readonly drop?: readonly string[] };
  };
}

const kubectl = createKubectl(inject("platform"));
/** Makes volumes on the node's disk, which `restricted` forbids. */
const exempt = "local-path-storage";
const pods = await kubectl.list<Pod>("pods", "-A");
const namespaces = [...new Set(pods.map((pod) => pod.metadata.namespace))].filter((name) => name !== exempt).sort();

const podWith = (namespace: string, securityContext: object, more: object = {}): string =>
  JSON.stringify({
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name: "intruder", namespace },
    spec: { containers: [{ name: "intruder", image: "none", securityContext }], ...more },
  });

test("pods run in these namespaces, the storage provisioner's aside", () => {
  expect(namespaces).toEqual(["dapr-system", "kafka", "kube-system", "monitoring", "todo-app"]);
});

describe.each(namespaces)("namespace %s", (namespace) => {
  test("enforces Pod Security `restricted`", async () => {
    const { metadata } = await kubectl.get("namespace", namespace);
    expect(metadata.labels?.["pod-security.kubernetes.io/enforce"]).toBe("restricted");
  });

  test.each([
    { what: "privileged", pod: podWith(namespace, { privileged: true }), reason: "privileged" },
    { what: "that runs as root", pod: podWith(namespace, { runAsUser: 0 }), reason: "runAsUser=0" },
    { what: "on the node's network", pod: podWith(namespace, {}, { hostNetwork: true }), reason: "host namespaces" },
  ])("refuses a pod $what", async ({ pod, reason }) => {
    const { code, stderr } = await kubectl.attempt(["create", "--dry-run=server", "-f", "-"], pod);
    expect(code).toBe(1);
    expect(stderr).toContain('violates PodSecurity "restricted:latest"');
    expect(stderr).toContain(reason);
  });
});

test("every container of every pod is non-root, without capabilities, on a read-only root file system", () => {
  const weak = pods.flatMap(({ metadata, spec }) =>
    [...(spec.initContainers ?? []), ...spec.containers].flatMap(({ name, securityContext: own }) => {
      const hardened =
        (own?.runAsNonRoot ?? spec.securityContext?.runAsNonRoot) === true &&
        own?.allowPrivilegeEscalation === false &&
        own.readOnlyRootFilesystem === true &&
        own.capabilities?.drop?.includes("ALL") === true;
      return hardened ? [] : [`${metadata.namespace}/${metadata.name}/${name}`];
    }),
  );
  expect(weak).toEqual([]);
});

test("no pod but the storage provisioner's mounts a folder of the node", () => {
  const mounting = pods.filter(({ spec }) => spec.volumes?.some(({ hostPath }) => hostPath !== undefined));
  expect(mounting.map(({ metadata }) => metadata.namespace).filter((namespace) => namespace !== exempt)).toEqual([]);
});
