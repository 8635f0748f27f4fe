import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { parseConfig, partsOf } from "../../infra/config.ts";
import { targets } from "../../infra/model/targets.ts";
import { todoPlatform } from "../../infra/model/todo.ts";

const problemsOf = (values: Record<string, unknown>) => {
  const parsed = parseConfig(values);
  return "problems" in parsed ? parsed.problems : [];
};

describe("the config of a stack", () => {
  test("gets its defaults", () => {
    expect(parseConfig({ target: "minikube", registry: "localhost:5000" })).toEqual({
      config: {
        target: "minikube",
        registry: "localhost:5000",
        kubeconfig: "~/.kube/config",
        charts: { dapr: "https://dapr.github.io/helm-charts" },
      },
    });
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

  test.each(["local", "dev", "prod"])("of stack %s in this repository is accepted", (stack) => {
    const file = parse(readFileSync(`Pulumi.${stack}.yaml`, "utf8")) as { config: Record<string, unknown> };
    const values = Object.fromEntries(
      Object.entries(file.config).map(([key, value]) => [key.replace("todo-platform:", ""), value]),
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
