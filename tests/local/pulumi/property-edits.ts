/** One edit of one resource and what it must come to. */
export interface PropertyEdit {
  /** What is edited; also the resource's name in the stack. */
  readonly title: string;
  readonly before: Manifest;
  readonly after: Manifest;
  readonly op: "update" | "replace" | "same";
  /** The property paths the preview names, with the kind of change. */
  readonly diff: Readonly<Record<string, string>>;
}

type Manifest = { apiVersion: string; kind: string; metadata: Record<string, unknown>; [field: string]: unknown };

const namespace = "edits";
let count = 0;
const unawaited = { annotations: { "pulumi.com/skipAwait": "true" } };

/** The edits that a platform's life brings: each adds, changes or removes something, deep or shallow. */
export const propertyEdits: readonly PropertyEdit[] = [
  edit("a ConfigMap value changes", configMap({ a: "1" }), configMap({ a: "2" }), "update", { "data.a": "update" }),
  edit("a ConfigMap key is added", configMap({ a: "1" }), configMap({ a: "1", b: "2" }), "update", { "data.b": "add" }),
  edit("a ConfigMap key is removed", configMap({ a: "1", "b.yaml": "2" }), configMap({ a: "1" }), "update", {
    'data["b.yaml"]': "delete",
  }),
  edit("an immutable ConfigMap changes", frozen({ a: "1" }), frozen({ a: "2" }), "replace", {
    "data.a": "update-replace",
  }),
  edit("a label is added", labelled({ a: "b" }), labelled({ a: "b", "app.kubernetes.io/name": "x" }), "update", {
    'metadata.labels["app.kubernetes.io/name"]': "add",
  }),
  edit(
    "an annotation changes",
    annotated({ "dapr.io/enabled": "true" }),
    annotated({ "dapr.io/enabled": "false" }),
    "update",
    { 'metadata.annotations["dapr.io/enabled"]': "update" },
  ),
  edit("the last annotation is removed", annotated({ "dapr.io/enabled": "true" }), annotated(undefined), "update", {
    "metadata.annotations": "delete",
  }),
  edit("a Secret value changes", secret({ password: "canary-one" }), secret({ password: "canary-two" }), "update", {
    "stringData.password": "update",
  }),
  edit("a Secret key is removed", secret({ a: "canary-one", b: "canary-two" }), secret({ a: "canary-one" }), "update", {
    "stringData.b": "delete",
  }),
  edit(
    "a Secret type changes",
    secret({ a: "canary-one" }, "one/kind"),
    secret({ a: "canary-one" }, "other/kind"),
    "replace",
    { type: "update-replace" },
  ),
  edit("an image changes", deployment({ image: "a:1" }), deployment({ image: "a:2" }), "update", {
    "spec.template.spec.containers[0].image": "update",
  }),
  edit("replicas change", deployment({ replicas: 1 }), deployment({ replicas: 3 }), "update", {
    "spec.replicas": "update",
  }),
  edit("an environment variable is added", deployment({ env: ["A"] }), deployment({ env: ["A", "B"] }), "update", {
    "spec.template.spec.containers[0].env[1]": "add",
  }),
  edit("an environment variable is removed", deployment({ env: ["A", "B"] }), deployment({ env: ["A"] }), "update", {
    "spec.template.spec.containers[0].env[1]": "delete",
  }),
  edit("arguments are reordered", deployment({ args: ["x", "y"] }), deployment({ args: ["y", "x"] }), "update", {
    "spec.template.spec.containers[0].args[0]": "update",
    "spec.template.spec.containers[0].args[1]": "update",
  }),
  edit("a container is added", deployment({}), deployment({ second: true }), "update", {
    "spec.template.spec.containers[1]": "add",
  }),
  edit("a container is removed", deployment({ second: true }), deployment({}), "update", {
    "spec.template.spec.containers[1]": "delete",
  }),
  edit("a Deployment selector changes", deployment({ app: "one" }), deployment({ app: "two" }), "replace", {
    "spec.selector.matchLabels.app": "update-replace",
    "spec.template.metadata.labels.app": "update",
  }),
  edit("a quantity is written differently", deployment({ cpu: "1000m" }), deployment({ cpu: "1" }), "same", {}),
  edit("StatefulSet replicas change", statefulSet({ replicas: 1 }), statefulSet({ replicas: 2 }), "update", {
    "spec.replicas": "update",
  }),
  edit("a claim template grows", statefulSet({ storage: "1Gi" }), statefulSet({ storage: "2Gi" }), "replace", {
    "spec.volumeClaimTemplates[0].spec.resources.requests.storage": "update-replace",
  }),
  edit("a Service port is added", service({ ports: [80] }), service({ ports: [80, 81] }), "update", {
    "spec.ports[1]": "add",
  }),
  edit("a Service port changes", service({ ports: [80] }), service({ ports: [8080] }), "update", {
    "spec.ports[0].port": "update",
  }),
  edit("a Service becomes headless", service({ ports: [80] }), service({ ports: [80], clusterIP: "None" }), "replace", {
    "spec.clusterIP": "add-replace",
  }),
  edit("a claim changes its class", claim("one"), claim("two"), "replace", {
    "spec.storageClassName": "update-replace",
  }),
  edit("a Job template changes", job("a:1"), job("a:2"), "replace", {
    "spec.template.spec.containers[0].image": "update-replace",
  }),
  edit("a role reference changes", binding("view", ["a"]), binding("edit", ["a"]), "replace", {
    "roleRef.name": "update-replace",
  }),
  edit("a subject is added", binding("view", ["a"]), binding("view", ["a", "b"]), "update", { "subjects[1]": "add" }),
  edit("a NetworkPolicy port changes", networkPolicy(80), networkPolicy(81), "update", {
    "spec.ingress[0].ports[0].port": "update",
  }),
  edit(
    "a custom resource list changes",
    widget([{ name: "a", value: "1" }]),
    widget([
      { name: "a", value: "2" },
      { name: "b", value: "3" },
    ]),
    "update",
    { "spec.metadata[0].value": "update", "spec.metadata[1]": "add" },
  ),
  edit("a pod variable changes", pod("A"), pod("B"), "replace", { "spec.containers[0].env[0].name": "update-replace" }),
  edit("a name changes", named("old"), named("new"), "replace", { "metadata.name": "update-replace" }),
  edit(
    "a namespace changes",
    configMap({ a: "1" }),
    { ...configMap({ a: "1" }), metadata: { namespace: "edits-too" } },
    "replace",
    { "metadata.namespace": "update-replace" },
  ),
];

/** Gives both sides the same name unless the edit is about the name. */
function edit(
  title: string,
  before: Manifest,
  after: Manifest,
  op: PropertyEdit["op"],
  diff: PropertyEdit["diff"],
): PropertyEdit {
  count += 1;
  const complete = (manifest: Manifest): Manifest => ({
    ...manifest,
    metadata: { name: `edit-${count}`, namespace, ...manifest.metadata },
  });
  return { title, before: complete(before), after: complete(after), op, diff };
}

function configMap(data: Record<string, string>): Manifest {
  return { apiVersion: "v1", kind: "ConfigMap", metadata: {}, data };
}

function frozen(data: Record<string, string>): Manifest {
  return { ...configMap(data), immutable: true };
}

function named(name: string): Manifest {
  return { ...configMap({ a: "1" }), metadata: { name } };
}

function labelled(labels: Record<string, string>): Manifest {
  return { apiVersion: "v1", kind: "ServiceAccount", metadata: { labels } };
}

function annotated(annotations: Record<string, string> | undefined): Manifest {
  return { apiVersion: "v1", kind: "ServiceAccount", metadata: annotations ? { annotations } : {} };
}

function secret(stringData: Record<string, string>, type = "Opaque"): Manifest {
  return { apiVersion: "v1", kind: "Secret", metadata: {}, type, stringData };
}

interface PodOptions {
  app?: string;
  image?: string;
  replicas?: number;
  env?: string[];
  args?: string[];
  second?: boolean;
  cpu?: string;
}

function podTemplate({ app = "x", image = "a:1", env, args, second, cpu }: PodOptions): Record<string, unknown> {
  const first = {
    name: "c",
    image,
    ...(env && { env: env.map((name) => ({ name, value: "1" })) }),
    ...(args && { args }),
    ...(cpu && { resources: { limits: { cpu } } }),
  };
  return { metadata: { labels: { app } }, spec: { containers: [first, ...(second ? [{ name: "d", image }] : [])] } };
}

function deployment({ replicas = 0, ...options }: PodOptions): Manifest {
  const spec = { replicas, selector: { matchLabels: { app: options.app ?? "x" } }, template: podTemplate(options) };
  return { apiVersion: "apps/v1", kind: "Deployment", metadata: unawaited, spec };
}

function statefulSet({ replicas = 0, storage = "1Gi" }: { replicas?: number; storage?: string }): Manifest {
  const claimSpec = { accessModes: ["ReadWriteOnce"], resources: { requests: { storage } } };
  const spec = {
    replicas,
    serviceName: "s",
    selector: { matchLabels: { app: "x" } },
    template: podTemplate({}),
    volumeClaimTemplates: [{ metadata: { name: "data" }, spec: claimSpec }],
  };
  return { apiVersion: "apps/v1", kind: "StatefulSet", metadata: unawaited, spec };
}

function service({ ports, clusterIP }: { ports: number[]; clusterIP?: string }): Manifest {
  const spec = {
    ports: ports.map((port) => ({ name: `p${ports.indexOf(port)}`, port })),
    selector: { app: "x" },
    ...(clusterIP && { clusterIP }),
  };
  return { apiVersion: "v1", kind: "Service", metadata: unawaited, spec };
}

function claim(storageClassName: string): Manifest {
  const spec = { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "1Gi" } }, storageClassName };
  return { apiVersion: "v1", kind: "PersistentVolumeClaim", metadata: unawaited, spec };
}

function job(image: string): Manifest {
  const template = { spec: { restartPolicy: "Never", containers: [{ name: "c", image }] } };
  return { apiVersion: "batch/v1", kind: "Job", metadata: unawaited, spec: { suspend: true, template } };
}

function binding(role: string, users: string[]): Manifest {
  const subjects = users.map((name) => ({ kind: "User", name, apiGroup: "rbac.authorization.k8s.io" }));
  const roleRef = { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: role };
  return { apiVersion: "rbac.authorization.k8s.io/v1", kind: "RoleBinding", metadata: {}, roleRef, subjects };
}

function networkPolicy(port: number): Manifest {
  const spec = { podSelector: {}, ingress: [{ ports: [{ port, protocol: "TCP" }] }] };
  return { apiVersion: "networking.k8s.io/v1", kind: "NetworkPolicy", metadata: {}, spec };
}

function widget(metadata: { name: string; value: string }[]): Manifest {
  return { apiVersion: "example.com/v1", kind: "Widget", metadata: {}, spec: { metadata } };
}

function pod(variable: string): Manifest {
  const spec = { containers: [{ name: "c", image: "a:1", env: [{ name: variable, value: "1" }] }] };
  return { apiVersion: "v1", kind: "Pod", metadata: unawaited, spec };
}
