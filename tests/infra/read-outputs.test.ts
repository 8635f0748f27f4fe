import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { parseOutputs, readOutputs } from "../../infra/read-outputs.ts";
import { stackOutputs } from "../../infra/outputs.ts";
import { program } from "../../infra/program.ts";
import { runtime } from "@pulumi/pulumi";
import { output } from "@pulumi/pulumi";

const canary = "hunter-2-canary";
const shown = {
  target: "local",
  namespace: "todo-app",
  images: { "todo-backend": "r/todo-backend@sha256:1" },
  nodePorts: { ui: 30080, traces: 30411 },
  versions: { dapr: "1.18.2" },
  demoUser: { username: "demo", password: canary },
};

describe("outputs read with their secrets", () => {
  const outputs = readOutputs(shown);

  test("are typed, and a secret is told on request only", () => {
    expect(outputs.images["todo-backend"]).toBe("r/todo-backend@sha256:1");
    expect(outputs.demoUser?.password.reveal()).toBe(canary);
  });

  test.each([
    ["JSON", () => JSON.stringify(outputs)],
    ["a template", () => `${outputs.demoUser?.password}`],
    ["console.log", () => inspect(outputs, { depth: 9, showHidden: true })],
  ])("show no secret in %s", (_, show) => {
    expect(show()).toContain("[secret]");
    expect(show()).not.toContain(canary);
  });
});

describe("outputs read without their secrets", () => {
  test.each([
    ["a hidden password", { ...shown, demoUser: { username: "demo", password: "[secret]" } }],
    ["an output hidden as a whole", { ...shown, demoUser: "[secret]" }],
  ])("are taken with %s, which says how to read it", (_, document) => {
    const { demoUser } = readOutputs(document);
    expect(demoUser?.password.isKnown).toBe(false);
    expect(() => demoUser?.password.reveal()).toThrow("run pulumi stack output --show-secrets");
  });
});

describe("what is no output is refused, all of it at once and without a value", () => {
  test.each<[string, unknown, [string, string][]]>([
    [
      "wrong fields",
      { ...shown, versions: {}, nodePorts: { ui: "x", traces: 1 }, colour: canary },
      [
        ["nodePorts.ui", "Invalid input: expected number, received string"],
        ["versions.dapr", "Invalid input: expected string, received undefined"],
        ["colour", "is no output of this version"],
      ],
    ],
    ["a list", [], [["", "Invalid input: expected object, received array"]]],
    ["nothing", null, [["", "Invalid input: expected object, received null"]]],
    [
      "another target",
      { ...shown, target: canary },
      [["target", 'Invalid option: expected one of "local"|"minikube"|"aks"|"doks"']],
    ],
  ])("%s", (_, document, problems) => {
    const parsed = parseOutputs(document);
    expect("problems" in parsed && parsed.problems.map(({ path, message }) => [path, message])).toEqual(problems);
    expect(() => readOutputs(document)).toThrow("These are no outputs of the platform's stack");
    expect(JSON.stringify(parsed)).not.toContain(canary);
  });
});

test.each(["local", "minikube"])("the program of target %s hands out what the schema says", async (target) => {
  await runtime.setMocks(
    {
      newResource: ({ name, inputs }) => ({ id: name, state: { ...inputs, ref: "image", result: canary } }),
      call: () => ({}),
    },
    "todo-platform",
    "test",
  );
  const config = { target, registry: "registry.example.com", kubeconfig: "/does/not/exist" };
  runtime.setAllConfig(
    Object.fromEntries(Object.entries(config).map(([key, value]) => [`todo-platform:${key}`, value])),
  );
  const values = await new Promise<unknown>((resolve, reject) => {
    program().then((outputs) => output(outputs).apply(resolve), reject);
  });
  expect(Object.keys(stackOutputs.parse(values)).sort()).toEqual(
    ["demoUser", "images", "namespace", ...(target === "local" ? ["nodePorts"] : []), "target", "versions"].sort(),
  );
  await runtime.disconnect();
});
