import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { choiceOf, parseConfig } from "../../infra/config.ts";

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
        stateStore: "postgresql",
        pubsub: "kafka",
        secretStore: "kubernetes",
        charts: { dapr: "https://dapr.github.io/helm-charts" },
      },
    });
  });

  test("chooses servers, each of a known kind", () => {
    const chosen = { stateStore: "etcd", pubsub: "rabbitmq", secretStore: "vault", backendReplicas: "1" };
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

  test.each(["local", "dev", "prod"])("of stack %s in this repository is accepted", (stack) => {
    const file = parse(readFileSync(`Pulumi.${stack}.yaml`, "utf8")) as { config: Record<string, unknown> };
    const values = Object.fromEntries(
      Object.entries(file.config).map(([key, value]) => [key.replace("todo-platform:", ""), value]),
    );
    // `npm start` adds the cluster's own registry to the local stack.
    expect(problemsOf(stack === "local" ? { ...values, registry: "10.0.0.2:5000" } : values)).toEqual([]);
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
