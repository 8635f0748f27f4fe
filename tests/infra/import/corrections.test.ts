import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { importSources } from "../../../infra/import/import-sources.ts";
import { componentYaml, deploymentYaml, documents } from "../lint/yaml.ts";

const imported = (text: string): string => importSources([{ file: "x.yaml", text }]).typescript;
const seed = (name: string): string => imported(readFileSync(`tests/infra/lint/seeds/${name}.yaml`, "utf8"));

describe("a mistake whose right value is certain is corrected, and the comment says what was there", () => {
  test("a Subscription to a cron binding becomes the binding's route and scopes", () => {
    expect(seed("s0-reminder-cron")).toMatchInlineSnapshot(`
      "import { component } from "./infra/model/dapr/define-component.ts";
      import { componentManifest } from "./infra/model/dapr/kinds/constructors.ts";

      // Component "reminder-cron" of x.yaml
      // TP0601: was dapr.io/v2alpha1, now dapr.io/v1alpha1
      export const reminderCron = componentManifest(
        {
          name: "reminder-cron",
          // TP0709: was in Subscription reminder-scheduler-subscription, now scopes of the binding
          scopes: ["reminder-service"],
        },
        component("bindings.cron/v1", {
          metadata: {
            schedule: "*/5 * * * *",
            // TP0709: was Subscription reminder-scheduler-subscription, now the binding's own route
            route: "/check-and-send-reminders",
          },
        }),
      );

      export const manifests = [reminderCron];
      "
    `);
  });

  test.each([
    ["s0-subscription", ["// TP0602: was spec.scopes, now scopes", "// TP0602: was route, now routes.default"]],
    ["s0-circuit-breaker", ["// TP0602: was spec.spec.tracing, now spec.tracing"]],
    [
      "s3-kafka",
      [
        "// TP0508: was SCRAM-SHA-256, now SHA-256",
        "// TP0512: was authRequired, now authType: was true, now password",
      ],
    ],
    ["s3-secret-store", ["// TP0504: was namespace, now defaultNamespace"]],
    ["s2-redis", ["// TP0512: was maxRetryBackoff, now redisMaxRetryInterval"]],
    ["s4-timeout", ['// TP0603: was {"timeout":"30s"}, now 30s']],
    ["s4-access-control", ["// TP0624: was nothing, now deny"]],
  ])("%s", (name, comments) => {
    const lines = seed(name)
      .split("\n")
      .map((line) => line.trim());
    expect(comments.filter((comment) => !lines.includes(comment))).toEqual([]);
  });

  test("an inline secret becomes a reference; the comment names the Secret to create, and never the value", () => {
    const typescript = imported(
      componentYaml("state", "state.redis", { redisHost: "r:6379", redisPassword: "hunter2" }),
    );
    expect(typescript).toContain('redisPassword: secretKey("state-secret", "redisPassword")');
    expect(typescript).toContain("create the Secret state-secret with the key redisPassword");
    expect(typescript).not.toContain("hunter2");
  });

  test("a mistyped name of a field, a type or an annotation", () => {
    expect(imported(componentYaml("s", "state.redis", { redisHots: "r:6379" }))).toContain(
      "// TP0504: was redisHots, now redisHost",
    );
    expect(imported(componentYaml("s", "state.reddis", { redisHost: "r:6379" }))).toContain(
      'component("state.redis/v1"',
    );
    expect(imported(deploymentYaml("api", "api", { "dapr.io/app-prt": "80" }))).toContain(
      "  // TP0680: was dapr.io/app-prt, now dapr.io/app-port\n  appPort: 80,",
    );
  });

  test("annotations of the workload itself become those of its pods", () => {
    const text =
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: api\n  annotations: { dapr.io/enabled: "true", dapr.io/app-id: api }\n';
    const typescript = imported(text);
    expect(typescript).toContain("// TP0705: was metadata.annotations, now spec.template.metadata.annotations");
    expect(typescript).toContain('export const apiSidecar = sidecarAnnotations({ enabled: true, appId: "api" });');
  });
});

describe("what is not certain is left under a TODO with the remedy", () => {
  test.each([
    ["s0-retry", "TP0602", "kind Resiliency"],
    ["s1-configuration", "TP0628", "Let the app check its input"],
    ["s1-postgres", "TP0504", "tablePrefix"],
    ["s2-kafka", "TP0804", '"{appID}"'],
    ["s2-tracing", "TP0626", "global.mtls"],
    ["s4-access-control", "TP0623", "the caller's own"],
    ["s4-retry", "TP0604", "Add targets."],
  ])("%s: %s", (name, code, remedy) => {
    const text = seed(name).replaceAll(/\n\s*\/\/ /g, " ");
    expect(text).toMatch(new RegExp(`TODO ${code}: .*`));
    expect(text).toContain(remedy);
  });

  test("a component that daprd does not have is not written as something else", () => {
    const typescript = imported(
      documents(componentYaml("mine", "state.my-own-pluggable-store"), componentYaml("s", "state.in-memory")),
    );
    expect(typescript).toContain('// Component "mine" of x.yaml');
    expect(typescript).toContain("export const manifests = [s];");
  });

  test("the problems of the file as it was come along", () => {
    const { problems } = importSources([
      { file: "x.yaml", text: componentYaml("s", "state.redis", { redisHots: "r:6379" }) },
    ]);
    expect(problems.map(({ code }) => code).sort()).toEqual(["TP0504", "TP0506"]);
  });
});

test("objects of one name get names of their own, and words of the language none", () => {
  const texts = [
    componentYaml("state", "state.in-memory"),
    componentYaml("state", "state.in-memory"),
    componentYaml("new", "state.in-memory"),
    componentYaml("1st", "state.in-memory"),
  ];
  const names = [...imported(documents(...texts)).matchAll(/^export const (\w+)/gm)].map(([, name]) => name);
  expect(names).toEqual(["state", "stateComponent", "newComponent", "object1st", "manifests"]);
});
