import { describe, expect, test } from "vitest";
import { lintSources } from "../../../infra/lint/lint-sources.ts";
import { componentYaml, deploymentYaml, documents } from "./yaml.ts";

/** What is found in a text, as `code path: what is marked`. */
const marked = (text: string): string[] =>
  lintSources([{ file: "x.yaml", text }]).map(({ code, path, line, column, endLine, endColumn }) => {
    const lines = text.split(/\r?\n/);
    const last = endLine === line ? endColumn - 1 : undefined;
    return `${code} ${path}: ${lines[line - 1]?.slice(column - 1, last)}`;
  });

const component = (metadata: string): string =>
  `apiVersion: dapr.io/v1alpha1\nkind: Component\nmetadata:\n  name: state\nspec:\n  type: state.redis\n  version: v1\n  metadata:\n${metadata}`;

describe("a finding marks", () => {
  test("the value that is wrong", () => {
    const text = component(
      '  - name: redisHost\n    value: "redis:6379"\n  - name: redisDB\n    value: "first" # a number\n',
    );
    expect(marked(text)).toEqual(['TP0507 spec.metadata[1].value: "first"']);
  });

  test("the key that should not be there", () => {
    expect(marked(componentYaml("s", "state.in-memory", {}, "scope:\n  - api\n"))).toEqual(["TP0602 scope: scope"]);
  });

  test("the parent of what is missing", () => {
    expect(marked(component("  - name: redisDB\n    value: 1\n"))).toEqual(["TP0506 spec.metadata: metadata"]);
  });

  test("the first key of a list item that lacks something", () => {
    const text = component("  - name: redisHost\n    value: r:6379\n  - value: x\n");
    expect(marked(text)).toEqual(["TP0604 spec.metadata[1].name: value"]);
  });

  test("places in flow style, after comments, with Windows line ends and a byte order mark", () => {
    const flow = component(
      '  - { name: redisHost, value: "r:6379" }\n  # no number\n  - { name: redisDB, value: one }\n',
    );
    expect(marked(flow)).toEqual(["TP0507 spec.metadata[1].value: one"]);
    expect(marked(flow.replaceAll("\n", "\r\n"))).toEqual(["TP0507 spec.metadata[1].value: one"]);
    const [finding] = lintSources([{ file: "x.yaml", text: `\ufeff${flow}` }]);
    expect([finding?.code, finding?.line]).toEqual(["TP0507", 11]);
  });

  test("annotations by their own key", () => {
    const text = deploymentYaml("api", "api", { "dapr.io/app-prt": "80", "dapr.io/log-level": "loud" });
    expect(marked(text)).toEqual([
      'TP0680 spec.template.metadata.annotations["dapr.io/app-prt"]: dapr.io/app-prt',
      'TP0681 spec.template.metadata.annotations["dapr.io/log-level"]: "loud"',
    ]);
  });

  test("the document it stands in, of several", () => {
    const good = componentYaml("a", "state.in-memory");
    const bad = componentYaml("b", "state.in-memory", { nothing: "1" });
    expect(lintSources([{ file: "x.yaml", text: documents(good, bad) }]).map(({ line }) => line)).toEqual([18]);
  });

  test("the item of a List, with the whole path", () => {
    const item =
      "  - apiVersion: dapr.io/v1alpha1\n    kind: Component\n    metadata: { name: s }\n    spec: { type: state.reddis, version: v1, metadata: [] }\n";
    expect(marked(`apiVersion: v1\nkind: List\nitems:\n${item}`)).toEqual(["TP0501 items[0].spec.type: state.reddis"]);
  });

  test("what an alias stands for at the alias", () => {
    const text = component("  - name: redisHost\n    value: &host r:6379\n  - name: redisDB\n    value: *host\n");
    expect(marked(text)).toEqual(["TP0507 spec.metadata[1].value: *host"]);
  });
});

describe("YAML as Kubernetes reads it", () => {
  test("a key that stands twice is found at its second place", () => {
    expect(marked(component("  - name: redisHost\n    value: a:1\n    value: b:1\n"))).toEqual([
      "TP0702 spec.metadata[0].value: value",
    ]);
  });

  test("yes and off are booleans, merge keys are followed", () => {
    const text =
      "apiVersion: dapr.io/v1alpha1\nkind: Configuration\nmetadata: { name: c }\nspec:\n  metric:\n    <<: { enabled: yes }\n";
    expect(marked(text)).toEqual([]);
  });

  test("a syntax error is a finding at its place, and the rest of the file is still read", () => {
    const text = documents("a: [1, 2\nb: 3\n", componentYaml("b", "state.in-memory", { nothing: "1" }));
    const findings = lintSources([{ file: "x.yaml", text }]);
    expect(findings.map(({ code }) => code)).toContain("TP0701");
    expect(findings.every(({ line }) => line >= 2)).toBe(true);
  });

  test.each([
    ["a value", "metadata: { name: c, namespace: {{ .Release.Namespace }} }\n"],
    ["a line of its own", "{{- if .Values.on }}\nmetadata: { name: c }\n{{- end }}\n"],
    ["a quoted value", 'metadata: { name: "{{ .Values.name }}" }\n'],
  ])("a Helm template is named once: %s", (_, metadata) => {
    const text = `apiVersion: dapr.io/v1alpha1\nkind: Configuration\n${metadata}spec: { metric: { enabled: true } }\n`;
    expect(lintSources([{ file: "x.yaml", text }]).map(({ code }) => code)).toEqual(["TP0703"]);
  });

  test("other objects are left alone, whatever they hold", () => {
    const text =
      'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: alerts }\ndata:\n  a: "{{ .Values.x }} {{ range .Alerts }}"\n';
    expect(lintSources([{ file: "x.yaml", text }])).toEqual([]);
    expect(lintSources([{ file: "x.yaml", text: "" }])).toEqual([]);
    expect(lintSources([{ file: "x.yaml", text: "just text" }])).toEqual([]);
  });
});

describe("workloads", () => {
  const own = (kind: string, body: string): string =>
    `apiVersion: apps/v1\nkind: ${kind}\nmetadata:\n  name: api\n  annotations:\n    dapr.io/app-id: api\n    dapr.io/enabled: "true"\n${body}`;

  test("annotations on the workload itself are found at the key that should have enabled the sidecar", () => {
    expect(marked(own("Deployment", "spec: {}\n"))).toEqual([
      'TP0705 metadata.annotations["dapr.io/enabled"]: dapr.io/enabled',
    ]);
  });

  test("copies of what the pod has are left alone", () => {
    const pod = '  template:\n    metadata:\n      annotations: { dapr.io/enabled: "true", dapr.io/app-id: api }\n';
    expect(marked(own("Deployment", `spec:\n${pod}`))).toEqual([]);
  });

  test("a pod has them in its own metadata, a CronJob deep below", () => {
    const pod = own("Pod", "spec: {}\n").replace("apps/v1", "v1");
    expect(marked(pod)).toEqual([]);
    const job = `apiVersion: batch/v1\nkind: CronJob\nmetadata: { name: j }\nspec:\n  jobTemplate:\n    spec:\n      template:\n        metadata:\n          annotations: { dapr.io/enabled: "true", dapr.io/app-id: j, dapr.io/log-level: loud }\n`;
    expect(marked(job)).toEqual([
      'TP0681 spec.jobTemplate.spec.template.metadata.annotations["dapr.io/log-level"]: loud',
    ]);
  });

  test.each([
    ["api", ["TP0706"]],
    ["api:latest", ["TP0706"]],
    ["host:5000/api", ["TP0706"]],
    ["host:5000/api:1.2", []],
    ["api@sha256:0123", []],
    ["<host>/api", []],
  ])("image %s", (image, codes) => {
    const text = deploymentYaml("api").replace("api:1.0.0", image);
    expect(lintSources([{ file: "x.yaml", text }]).map(({ code }) => code)).toEqual(codes);
  });
});
