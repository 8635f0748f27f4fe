import { describe, expect, test } from "vitest";
import { checkManifest } from "../../../../infra/model/dapr/kinds/check-manifest.ts";
import { problemsOf } from "./table.ts";

const at = "spec.routes";
const subscription = (spec: string): string => `pubsubname: p\ntopic: t\n${spec}`;
const mcp = (endpoint: string): string => `endpoint: { ${endpoint} }`;

describe("a Subscription", () => {
  test.each([
    ["a default route", "routes: { default: /a }"],
    ["a route without a slash, which daprd adds", "routes: { default: a }"],
    ["the old route", "route: /a", "error TP0602 spec.route"],
    ["scopes in its spec", "routes: { default: /a }\nscopes: [b]", "error TP0602 spec.scopes"],
    ["no routes at all", "{}".replace("{}", "deadLetterTopic: d"), "error TP0604 spec.routes"],
    ["empty routes", "routes: {}", "error TP0640 spec.routes"],
    ["a URL", "routes: { default: http://a/b }", `error TP0643 ${at}.default`],
    ["a path with a blank", "routes: { default: /a b }", `error TP0643 ${at}.default`],
    [
      "a rule that compares by =",
      "routes: { rules: [{ match: event.type = 'a', path: /a }] }",
      `error TP0641 ${at}.rules[0].match`,
    ],
    [
      "a rule about another variable",
      "routes: { rules: [{ match: data.type == 'a', path: /a }] }",
      `error TP0642 ${at}.rules[0].match`,
    ],
    [
      "a rule behind one for everything",
      "routes: { rules: [{ match: '', path: /a }, { match: event.type == 'b', path: /b }] }",
      `warning TP0645 ${at}.rules[1]`,
    ],
    ["itself for dead letters", "routes: { default: /a }\ndeadLetterTopic: t", "error TP0646 spec.deadLetterTopic"],
    [
      "limits of bulk delivery that is off",
      "routes: { default: /a }\nbulkSubscribe: { enabled: false, maxMessagesCount: 5 }",
      "warning TP0644 spec.bulkSubscribe.maxMessagesCount",
    ],
  ] as const)("with %s", (_, spec, ...problems) => {
    expect(problemsOf("Subscription", subscription(spec), "1.18", "v2alpha1")).toEqual(problems);
  });

  test("of the old form is known, and told to be old", () => {
    expect(problemsOf("Subscription", subscription("route: /a"))).toEqual(["warning TP0613 apiVersion"]);
  });

  test("with pubsubName has one problem, which offers the name", () => {
    const found = checkManifest(
      {
        apiVersion: "dapr.io/v2alpha1",
        kind: "Subscription",
        metadata: { name: "one" },
        spec: { pubsubName: "p", topic: "t", routes: { default: "/a" } },
      },
      "",
    );
    expect(found.map(({ path, remedy }) => [path, remedy])).toEqual([
      ["spec.pubsubName", 'Did you mean "pubsubname"?'],
    ]);
  });
});

describe("an HTTPEndpoint", () => {
  test.each([
    ["a URL", "baseUrl: https://a.example.com"],
    ["no URL", "baseUrl: a.example.com", "error TP0660 spec.baseUrl"],
    ["another protocol", "baseUrl: ftp://a", "error TP0660 spec.baseUrl"],
    ["a mistyped field", "baseURL: https://a", "error TP0602 spec.baseURL"],
    [
      "a key in the manifest",
      "baseUrl: https://a\nclientTLS: { privateKey: { value: abc } }",
      "warning TP0661 spec.clientTLS.privateKey.value",
    ],
    [
      "a TLS renegotiation that does not exist",
      "baseUrl: https://a\nclientTLS: { renegotiation: Once }",
      "error TP0605 spec.clientTLS.renegotiation",
    ],
  ] as const)("with %s", (_, spec, ...problems) => {
    expect(problemsOf("HTTPEndpoint", spec)).toEqual(problems);
  });

  test("never tells the secret that it complains about", () => {
    const document = {
      apiVersion: "dapr.io/v1alpha1",
      kind: "HTTPEndpoint",
      metadata: { name: "one" },
      spec: { baseUrl: "https://a", headers: [{ name: "Authorization", value: "canary-3f8a" }] },
    };
    const problems = checkManifest(document, "");
    expect(problems.map(({ code }) => code)).toEqual(["TP0661"]);
    expect(JSON.stringify(problems)).not.toContain("canary");
  });
});

describe("an MCPServer", () => {
  test.each([
    ["a URL", mcp("sse: { url: http://a/sse }")],
    ["two transports", mcp("sse: { url: http://a }, streamableHTTP: { url: http://a }"), "error TP0607 spec.endpoint"],
    ["another protocol", mcp("sse: { url: ws://a }"), "error TP0660 spec.endpoint.sse.url"],
    ["a program", mcp("stdio: { command: a }"), "warning TP0665 spec.endpoint.stdio"],
    [
      "an empty program",
      mcp("stdio: { command: '' }"),
      "error TP0607 spec.endpoint.stdio.command",
      "warning TP0665 spec.endpoint.stdio",
    ],
  ] as const)("with %s", (_, spec, ...problems) => {
    expect(problemsOf("MCPServer", spec)).toEqual(problems);
  });

  test.each(["1.16", "1.17"] as const)("is nothing for Dapr %s, whatever else is wrong with it", (dapr) => {
    expect(problemsOf("MCPServer", "nonsense: 1", dapr)).toEqual(["error TP0608 "]);
  });
});

describe("a WorkflowAccessPolicy", () => {
  const rule = (fields: string): string => `rules: [{ callers: [{ appID: a }], ${fields} }]`;
  test.each([
    ["a rule", rule("activities: [{ name: b }]")],
    ["no rules", "{}", "warning TP0670 spec.rules"],
    ["a rule for nothing", rule("workflows: []"), "error TP0607 spec.rules[0]"],
    [
      "an operation that does not exist",
      rule("workflows: [{ name: b, operations: [start] }]"),
      "error TP0605 spec.rules[0].workflows[0].operations[0]",
    ],
    [
      "no operations",
      rule("workflows: [{ name: b, operations: [] }]"),
      "error TP0607 spec.rules[0].workflows[0].operations",
    ],
    [
      "an operation twice",
      rule("workflows: [{ name: b, operations: [get, get] }]"),
      "warning TP0612 spec.rules[0].workflows[0].operations[1]",
    ],
  ] as const)("with %s", (_, spec, ...problems) => {
    expect(problemsOf("WorkflowAccessPolicy", spec)).toEqual(problems);
  });
});

describe("any Dapr object", () => {
  const base = { apiVersion: "dapr.io/v1alpha1", kind: "Component", metadata: { name: "one" } };
  const spec = { type: "state.redis", version: "v1", metadata: [] };
  const found = (document: object): string[] =>
    checkManifest(document, "").map(({ severity, code, path }) => `${severity} ${code} ${path}`);

  test.each([
    [
      "of a version that it does not have",
      { ...base, spec, apiVersion: "dapr.io/v2alpha1" },
      "error TP0601 apiVersion",
    ],
    ["of a mistyped group", { ...base, spec, apiVersion: "dapr.oi/v1alpha1" }, "error TP0601 apiVersion"],
    ["of a kind that does not exist", { ...base, spec, kind: "Komponent" }, "error TP0601 kind"],
    ["of an inherited kind", { ...base, spec, kind: "toString" }, "error TP0601 kind"],
    ["without a name", { ...base, spec, metadata: {} }, "error TP0604 metadata.name"],
    ["without metadata", { apiVersion: base.apiVersion, kind: base.kind, spec }, "error TP0604 metadata.name"],
    ["with a generated name", { ...base, spec, metadata: { generateName: "a-" } }],
    ["with a name in capitals", { ...base, spec, metadata: { name: "A" } }, "warning TP0610 metadata.name"],
    [
      "with a label that is a number",
      { ...base, spec, metadata: { name: "a", labels: { b: 1 } } },
      "error TP0603 metadata.labels.b",
    ],
    [
      "with scopes in its metadata",
      { ...base, spec, metadata: { name: "a", scopes: ["b"] } },
      "error TP0602 metadata.scopes",
    ],
    ["with scopes in its spec", { ...base, spec: { ...spec, scopes: ["b"] } }, "error TP0602 spec.scopes"],
    ["with an empty list of scopes", { ...base, spec, scopes: [] }, "warning TP0611 scopes"],
    ["with a scope twice", { ...base, spec, scopes: ["a", "b", "a"] }, "warning TP0612 scopes[2]"],
    ["without a spec", base, "error TP0604 spec"],
    [
      "with metadata left out, as outside of a cluster",
      { ...base, spec: { type: "a", version: "v1" } },
      "warning TP0609 spec.metadata",
    ],
  ] as const)("%s", (_, document, ...problems) => {
    expect(found(document)).toEqual(problems);
  });

  test.each([
    { apiVersion: "v1", kind: "Secret", metadata: {}, scopes: 1 },
    { apiVersion: "dapr.diagrid.io/v1", kind: "Component" },
    { apiVersion: "kafka.strimzi.io/v1", kind: "Subscription" },
    {},
  ])("is no other group's object: %j", (document) => {
    expect(found(document)).toEqual([]);
  });
});
