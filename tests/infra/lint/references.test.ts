import { describe, expect, test } from "vitest";
import { lintSources } from "../../../infra/lint/lint-sources.ts";
import { componentYaml, deploymentYaml, documents, secretYaml, subscriptionYaml } from "./yaml.ts";

const kafka = (name: string, more: Record<string, string> = {}): string =>
  componentYaml(name, "pubsub.kafka", { brokers: "kafka:9092", authType: "none", ...more });
const redis = (name: string, more: Record<string, string> = {}, tail = ""): string =>
  componentYaml(name, "state.redis", { redisHost: "redis:6379", ...more }, tail);
const configuration = (name: string): string =>
  `apiVersion: dapr.io/v1alpha1\nkind: Configuration\nmetadata:\n  name: ${name}\nspec:\n  metric: { enabled: true }\n`;
const resiliency = (kind: "apps" | "components", name: string, targets: string): string =>
  `apiVersion: dapr.io/v1alpha1\nkind: Resiliency\nmetadata:\n  name: ${name}\nspec:\n  policies:\n    timeouts: { short: 5s }\n  targets:\n    ${kind}:\n      ${targets}\n`;
const withSecret = (secret: string, key: string): string =>
  redis("statestore").trimEnd() + `\n    - name: redisPassword\n      secretKeyRef: { name: ${secret}, key: ${key} }\n`;

/** What is found in files that are linted together, as `file:line severity code`. */
const found = (files: Record<string, string>): string[] =>
  lintSources(Object.entries(files).map(([file, text]) => ({ file, text }))).map(
    ({ file, line, severity, code }) => `${file}:${line} ${severity} ${code}`,
  );

describe("a typo in a reference is an error where the name that is meant is given beside it", () => {
  test.each([
    ["pubsub", documents(kafka("kafka-pubsub"), subscriptionYaml("kafka-pubsb")), "a/x.yaml:17 error TP0710"],
    [
      "scope",
      documents(redis("state", {}, "scopes: [todo-backnd]\n"), deploymentYaml("todo-backend")),
      "a/x.yaml:10 error TP0711",
    ],
    [
      "Configuration",
      documents(configuration("app-config"), deploymentYaml("api", "api", { "dapr.io/config": "app-confg" })),
      "a/x.yaml:18 error TP0712",
    ],
    [
      "app of a Resiliency",
      documents(resiliency("apps", "r", "todo-backnd: { timeout: short }"), deploymentYaml("todo-backend")),
      "a/x.yaml:10 error TP0713",
    ],
    [
      "component of a Resiliency",
      documents(resiliency("components", "r", "statestor: { outbound: { timeout: short } }"), redis("statestore")),
      "a/x.yaml:10 error TP0713",
    ],
    [
      "secret store",
      documents(
        componentYaml("vault-store", "secretstores.kubernetes"),
        redis("state", {}, "auth: { secretStore: valt-store }\n"),
      ),
      "a/x.yaml:19 error TP0715",
    ],
  ])("%s", (_, text, finding) => {
    expect(found({ "a/x.yaml": text })).toEqual([finding]);
  });

  test("and only a warning where it stands in another folder", () => {
    expect(found({ "a/x.yaml": kafka("kafka-pubsub"), "b/y.yaml": subscriptionYaml("kafka-pubsb") })).toEqual([
      "b/y.yaml:6 warning TP0710",
    ]);
  });
});

describe("what is not given is no mistake", () => {
  test.each([
    ["a pubsub, a scope and a topic of which nothing is known", subscriptionYaml("kafka", "task-events", ["api"])],
    ["a Configuration", deploymentYaml("api", "api", { "dapr.io/config": "tracing" })],
    ["a Secret", withSecret("redis", "password")],
    [
      "an app in another namespace",
      documents(resiliency("apps", "r", "api.shop: { timeout: short }"), deploymentYaml("web")),
    ],
    ["a name that is filled in later", documents(redis("state", {}, 'scopes: ["<app>"]\n'), deploymentYaml("api"))],
    [
      "the secret store of Kubernetes",
      documents(
        componentYaml("vault", "secretstores.kubernetes"),
        redis("s", {}, "auth: { secretStore: kubernetes }\n"),
      ),
    ],
  ])("%s", (_, text) => {
    expect(found({ "x.yaml": text })).toEqual([]);
  });

  test("siblings by number or by a further word are no typos", () => {
    const text = documents(
      redis("statestore-1", {}, "scopes: [worker-1, api]\n"),
      deploymentYaml("worker-2"),
      deploymentYaml("api-http"),
    );
    expect(found({ "a/x.yaml": text })).toEqual(["a/x.yaml:10 warning TP0711", "a/x.yaml:10 warning TP0711"]);
    expect(
      found({ "a/x.yaml": redis("s", {}, "scopes: [worker-1]\n"), "b/y.yaml": deploymentYaml("worker-2") }),
    ).toEqual([]);
  });
});

describe("secrets", () => {
  test("a Secret that lacks while others are given is a warning", () => {
    const text = documents(withSecret("redis", "password"), secretYaml("postgres", "password"));
    expect(found({ "x.yaml": text })).toEqual(["x.yaml:11 warning TP0716"]);
  });

  test("a key that the given Secret does not have is an error in the same file, a warning beside it", () => {
    const component = withSecret("redis", "pass");
    expect(found({ "x.yaml": documents(component, secretYaml("redis", "password")) })).toEqual([
      "x.yaml:11 error TP0717",
    ]);
    expect(found({ "x.yaml": component, "y.yaml": secretYaml("redis", "password") })).toEqual([
      "x.yaml:11 warning TP0717",
    ]);
  });

  test("an ExternalSecret has the name of its target, and keys that nobody can see", () => {
    const external =
      "apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata:\n  name: vault\nspec:\n  target: { name: redis }\n";
    expect(found({ "x.yaml": documents(withSecret("redis", "pass"), external) })).toEqual([]);
  });

  test("a password that everybody guesses is told of, and never shown", () => {
    const encoded = Buffer.from("changeme").toString("base64");
    const text = `apiVersion: v1\nkind: Secret\nmetadata:\n  name: s\nstringData:\n  a: changeme\ndata:\n  b: ${encoded}\n`;
    const findings = lintSources([{ file: "x.yaml", text }]);
    expect(findings.map(({ line, code, value }) => [line, code, value])).toEqual([
      [6, "TP0721", "(hidden)"],
      [8, "TP0721", "(hidden)"],
    ]);
    expect(JSON.stringify(findings)).not.toMatch(new RegExp(`changeme|${encoded}`));
  });
});

describe("things that exist twice", () => {
  test("an object in one file is an error, in one folder a warning, in two folders nothing", () => {
    expect(found({ "x.yaml": documents(redis("state"), redis("state")) })).toEqual(["x.yaml:14 error TP0708"]);
    expect(found({ "x.yaml": redis("state"), "y.yaml": redis("state") })).toEqual(["y.yaml:4 warning TP0708"]);
    expect(found({ "a/x.yaml": redis("state"), "b/x.yaml": redis("state") })).toEqual([]);
  });

  test("objects of one name in two namespaces are two objects", () => {
    const second = redis("state").replace("  name: state\n", "  name: state\n  namespace: other\n");
    expect(found({ "x.yaml": documents(redis("state"), second) })).toEqual([]);
  });

  test("an app id of two workloads is a warning", () => {
    expect(found({ "x.yaml": documents(deploymentYaml("one", "api"), deploymentYaml("two", "api")) })).toEqual([
      "x.yaml:24 warning TP0707",
    ]);
  });

  test("actor state stores that one app loads are an error, unless their scopes share no app", () => {
    const actors = { actorStateStore: "true" };
    expect(found({ "x.yaml": documents(redis("one", actors), redis("two", actors)) })).toEqual([
      "x.yaml:21 error TP0714",
    ]);
    const apart = documents(redis("one", actors, "scopes: [a]\n"), redis("two", actors, "scopes: [b]\n"));
    expect(found({ "x.yaml": apart })).toEqual([]);
  });
});

describe("components that are no brokers, pipelines and topics", () => {
  test("a Subscription to a binding is told the route that the binding calls", () => {
    const cron = componentYaml("reminders", "bindings.cron", { schedule: "@hourly", route: "/remind" });
    const [finding, ...others] = lintSources([
      { file: "x.yaml", text: documents(cron, subscriptionYaml("reminders")) },
    ]);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: "TP0709", line: 17, path: "spec.pubsubname", value: "reminders" });
    expect(finding?.remedy).toContain("POSTs to /remind ");
  });

  test("a handler whose component is of another type is an error", () => {
    const limit = componentYaml("limit", "middleware.http.ratelimit", { maxRequestsPerSecond: "10" });
    const pipeline = `${configuration("c")}  httpPipeline:\n    handlers:\n      - { name: limit, type: middleware.http.bearer }\n`;
    expect(found({ "x.yaml": documents(limit, pipeline) })).toEqual(["x.yaml:19 error TP0718"]);
  });

  test.each([
    [{ allowedTopics: "a,b" }, ["TP0719"]],
    [{ allowedTopics: "a,task-events" }, []],
    [{ subscriptionScopes: "api=a" }, ["TP0719"]],
    [{ subscriptionScopes: "other=a" }, []],
    [{ protectedTopics: "task-events" }, ["TP0719"]],
    [{ protectedTopics: "task-events", subscriptionScopes: "api=task-events" }, []],
  ])("a topic under %o", (metadata, codes) => {
    const text = documents(kafka("kafka", metadata), subscriptionYaml("kafka", "task-events", ["api"]));
    expect(lintSources([{ file: "x.yaml", text }]).map(({ code }) => code)).toEqual(codes);
  });

  test("a topic that is nearly a given KafkaTopic is an error", () => {
    const topic = "apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: task-events\n";
    expect(found({ "x.yaml": documents(topic, subscriptionYaml("kafka", "task-event")) })).toEqual([
      "x.yaml:12 error TP0720",
    ]);
  });
});

describe("consumer groups", () => {
  const group = kafka("kafka", { consumerGroup: "todo" });

  test("one group for every app of the namespace is a warning", () => {
    expect(found({ "x.yaml": group })).toEqual(["x.yaml:11 warning TP0722"]);
  });

  test("with workloads at hand the apps are named", () => {
    const findings = lintSources([
      { file: "x.yaml", text: documents(group, deploymentYaml("a"), deploymentYaml("b")) },
    ]);
    expect(findings.map(({ code, message }) => `${code} ${message}`)).toEqual([
      "TP0804 is one consumer group for 2 apps (a, b): each event reaches one of them only",
    ]);
  });

  test("a group of each app's own is fine", () => {
    expect(found({ "x.yaml": kafka("kafka", { consumerGroup: "{appID}" }) })).toEqual([]);
  });
});
