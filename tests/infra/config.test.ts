import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { choiceOf, parseConfig, partsOf } from "../../infra/config.ts";
import { configKeys } from "../../infra/reference/config-reference.ts";
import { targetPartsSchema } from "../../infra/model/target-parts-schema.ts";
import { targets } from "../../infra/model/targets.ts";
import { todoPlatform } from "../../infra/model/todo.ts";

const problemsOf = (values: Record<string, unknown>) => {
  const parsed = parseConfig(values);
  return "problems" in parsed ? parsed.problems : [];
};

/** Keys of the program; policies have others. */
const ownKeys = (config: Record<string, unknown>): string[] =>
  Object.keys(config).filter((key) => key.startsWith("todo-platform:"));

describe("the config of a stack", () => {
  test("gets its defaults", () => {
    expect(parseConfig({ target: "minikube", registry: "localhost:5000" })).toEqual({
      config: {
        target: "minikube",
        registry: "localhost:5000",
        kubeconfig: "~/.kube/config",
        stateStore: "postgresql",
        pubsub: "kafka",
        secretStore: "kubernetes",
        database: "plain",
        charts: {
          dapr: "https://dapr.github.io/helm-charts",
          cnpg: "https://cloudnative-pg.github.io/charts",
          barman: "https://cloudnative-pg.github.io/charts",
        },
      },
    });
  });

  test("takes one chart from a folder and the other from where it is published", () => {
    const parsed = parseConfig({ target: "local", registry: "localhost:5000", charts: { dapr: "/opt/charts/dapr" } });
    expect(parsed).toMatchObject({
      config: {
        charts: {
          dapr: "/opt/charts/dapr",
          cnpg: "https://cloudnative-pg.github.io/charts",
          barman: "https://cloudnative-pg.github.io/charts",
        },
      },
    });
  });

  test("chooses servers, each of a known kind", () => {
    const chosen = {
      stateStore: "etcd",
      pubsub: "rabbitmq",
      secretStore: "vault",
      database: "cnpg",
      backendReplicas: "1",
    };
    const parsed = parseConfig({ target: "local", registry: "localhost:5000", ...chosen });
    expect("config" in parsed ? choiceOf(parsed.config) : parsed).toEqual({ ...chosen, backendReplicas: 1 });
    const wrong = { ...chosen, pubsub: "rabitmq", backendReplicas: "0" };
    const problems = problemsOf({ target: "local", registry: "localhost:5000", ...wrong });
    expect(problems.map(({ code, path, value }) => [code, path, value])).toEqual([
      ["TP0002", "todo-platform:pubsub", "rabitmq"],
      ["TP0002", "todo-platform:backendReplicas", "0"],
    ]);
  });

  test("with a wrong target is refused with the likely one", () => {
    expect(problemsOf({ target: "minicube" })).toEqual([
      {
        code: "TP0001",
        severity: "error",
        path: "todo-platform:target",
        value: "minicube",
        message: "is no target",
        remedy: 'Did you mean "minikube"?',
      },
    ]);
  });

  test("with an unknown and a missing key is refused for both at once", () => {
    const problems = problemsOf({ target: "minikube", registri: "localhost:5000" });
    expect(problems.map(({ code, path, value }) => [code, path, value])).toEqual([
      ["TP0002", "todo-platform:registry", undefined],
      ["TP0003", "todo-platform:registri", "localhost:5000"],
    ]);
    expect(problems[1]?.remedy).toBe('Did you mean "registry"?');
  });

  test.each(["local", "dev", "prod", "prod-doks"])("of stack %s in this repository is accepted", (stack) => {
    const file = parse(readFileSync(`Pulumi.${stack}.yaml`, "utf8")) as { config: Record<string, unknown> };
    const values = Object.fromEntries(
      ownKeys(file.config).map((key) => [key.replace("todo-platform:", ""), file.config[key]]),
    );
    // `npm start` adds the cluster's own registry to the local stack.
    expect(problemsOf(stack === "local" ? { ...values, registry: "10.0.0.2:5000" } : values)).toEqual([]);
  });

  test("gives parts to its target, in the model's own form", () => {
    const observability = { labels: { release: "prometheus" }, scrapeInterval: "30s" };
    const gateway = {
      kind: "gateway-api",
      className: "traefik",
      controllerNamespace: "traefik",
      host: "todo.example.com",
      routes: { "/": "todo-frontend" },
      certificate: { kind: "acme", email: "ops@example.com" },
    };
    const parsed = parseConfig({ target: "minikube", registry: "r", operators: "chart", observability, gateway });
    if (!("config" in parsed)) throw new Error(JSON.stringify(parsed.problems));
    expect(partsOf(parsed.config)).toEqual({ operators: "chart", observability, gateway });
    const { gateway: made, operators } = todoPlatform({ ...targets.minikube, ...partsOf(parsed.config) });
    expect([made, operators]).toEqual([gateway, "chart"]);
  });

  test("with a part in the wrong form is refused at the field", () => {
    const problems = problemsOf({
      target: "minikube",
      registry: "r",
      operators: "charts",
      tracing: { backend: "jaeger", storage: { kind: "badger", storage: "5 GB", retention: "72h" } },
      scaling: { "event-service": { minReplicas: 1, maxReplicas: 3, by: { kind: "lag", records: 100 }, cool: "5m" } },
    });
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ["TP0002", "todo-platform:operators"],
      ["TP0002", "todo-platform:tracing.storage.storage"],
      ["TP0003", "todo-platform:scaling.event-service.cool"],
    ]);
  });

  test("is never accepted or crashed by arbitrary input", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (values) => {
        const parsed = parseConfig(values);
        if ("config" in parsed) return ["local", "minikube", "aks", "doks"].includes(parsed.config.target);
        return (
          parsed.problems.length > 0 && parsed.problems.every((problem) => problem.path !== "" && problem.remedy !== "")
        );
      }),
      { numRuns: 2000 },
    );
  });
});

const keys = [...configKeys()].flatMap(([target, found]) => found.map((key) => ({ target, ...key })));

describe("every key of the config", () => {
  test("is known: those of the committed stacks are among them", () => {
    for (const stack of ["local", "dev", "prod", "prod-doks"]) {
      const { config } = parse(readFileSync(`Pulumi.${stack}.yaml`, "utf8")) as { config: Record<string, unknown> };
      const known = keys.filter(({ target }) => target === config["todo-platform:target"]).map(({ key }) => key);
      expect(ownKeys(config).map((key) => key.replace("todo-platform:", ""))).toEqual(
        expect.arrayContaining(["target"]),
      );
      expect(ownKeys(config).filter((key) => !known.includes(key.replace("todo-platform:", "")))).toEqual([]);
    }
  });

  /** Members of a part are shown by the example of the part, and their absence is told with their meaning. */
  const isMemberOfPart = ({ key }: { key: string }): boolean =>
    key.includes(".") && Object.hasOwn(targetPartsSchema, key.split(".")[0] ?? "");

  test("of a part has a meaning", () => {
    const unsaid = keys.filter((key) => isMemberOfPart(key) && !/\S\.$/.test(key.meaning ?? ""));
    expect(unsaid.map(({ key }) => key)).toEqual([]);
  });

  test.each(keys.filter((key) => !isMemberOfPart(key)))(
    "$key of $target has a meaning, an example, and is required or has a default",
    (key) => {
      expect(key.meaning?.length).toBeGreaterThan(10);
      expect(key.meaning).toMatch(/\.$/);
      expect(key.example).toBeDefined();
      expect(key.required || key.absent !== undefined).toBe(true);
    },
  );

  test.each([...configKeys()])("of %s has an example that is accepted", (_, found) => {
    const top = found.filter(({ key }) => !key.includes("."));
    expect(problemsOf(Object.fromEntries(top.map(({ key, example }) => [key, example])))).toEqual([]);
  });
});

test("amounts of CPU for small nodes are typed", () => {
  const of = (cpuRequests: unknown) =>
    problemsOf({ target: "minikube", registry: "localhost:5000", cpuRequests }).map(({ code, path }) => [code, path]);
  expect(of({ app: "25m", sidecar: "40m" })).toEqual([]);
  expect(of({ app: "25", sidecar: "40m" })).toEqual([["TP0002", "todo-platform:cpuRequests.app"]]);
  expect(of({ app: "25m" })).toEqual([["TP0002", "todo-platform:cpuRequests.sidecar"]]);
  expect(of({ app: "25m", sidecar: "40m", apps: "1m" })).toEqual([["TP0003", "todo-platform:cpuRequests.apps"]]);
});

test("a CA that signs must be one that is trusted", () => {
  const of = (caGenerations: unknown) =>
    problemsOf({ target: "minikube", registry: "localhost:5000", caGenerations }).map(({ code, path }) => [code, path]);
  expect(of({ signing: 2, trusted: [1, 2] })).toEqual([]);
  expect(of({ signing: 2, trusted: [1] })).toEqual([["TP0002", "todo-platform:caGenerations.trusted"]]);
  expect(of({ signing: 0, trusted: [0] })).toEqual([
    ["TP0002", "todo-platform:caGenerations.signing"],
    ["TP0002", "todo-platform:caGenerations.trusted.0"],
  ]);
});
