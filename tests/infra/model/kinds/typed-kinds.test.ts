import { describe, expect, expectTypeOf, test } from "vitest";
import {
  componentManifest,
  configuration,
  httpEndpoint,
  mcpServer,
  resiliency,
  subscription,
  workflowAccessPolicy,
} from "../../../../infra/model/dapr/kinds/constructors.ts";
import type { SidecarAnnotations } from "../../../../infra/model/dapr/kinds/generated/annotations.ts";
import type { ConfigurationSpec } from "../../../../infra/model/dapr/kinds/generated/configuration.ts";
import type { GoDuration } from "../../../../infra/model/dapr/kinds/manifest-values.ts";
import { kindSchemas } from "../../../../infra/model/dapr/kinds/schema-node.ts";

const name = "one";

// Never called: what must not compile is enough.
export const refused = (): unknown[] => [
  // @ts-expect-error a mistyped field
  configuration({ name, spec: { tracng: { samplingRate: "1" } } }),
  // @ts-expect-error a number instead of a text
  configuration({ name, spec: { tracing: { samplingRate: 1 } } }),
  // @ts-expect-error an action that does not exist
  configuration({ name, spec: { accessControl: { defaultAction: "denied" } } }),
  // @ts-expect-error a handler with metadata
  configuration({ name, spec: { httpPipeline: { handlers: [{ name, type: "middleware.http.opa", metadata: [] }] } } }),
  // @ts-expect-error the old route
  subscription({ name, spec: { pubsubname: "p", topic: "t", route: "/a" } }),
  // @ts-expect-error no routes
  subscription({ name, spec: { pubsubname: "p", topic: "t" } }),
  // @ts-expect-error scopes in the spec
  subscription({ name, spec: { pubsubname: "p", topic: "t", routes: { default: "/a" }, scopes: ["a"] } }),
  // @ts-expect-error no targets
  resiliency({ name, spec: { policies: {} } }),
  // @ts-expect-error pauses that cannot be set
  resiliency({ name, spec: { policies: { retries: { a: { initialInterval: "200ms" } } }, targets: {} } }),
  // @ts-expect-error a span without a unit
  resiliency({ name, spec: { policies: { timeouts: { a: "5" } }, targets: {} } }),
  // @ts-expect-error a header that is a number
  httpEndpoint({ name, spec: { baseUrl: "http://a", headers: [{ name, value: 1 }] } }),
  // @ts-expect-error two transports
  mcpServer({ name, spec: { endpoint: { sse: { url: "http://a" }, stdio: { command: "a" } } } }),
  // @ts-expect-error an operation that does not exist
  workflowAccessPolicy({ name, spec: { rules: [{ callers: [], workflows: [{ name, operations: ["start"] }] }] } }),
  // @ts-expect-error no version
  componentManifest({ name }, { type: "state.redis", metadata: [] }),
];

describe("the types of the kinds", () => {
  test("leave nothing open that the CRD knows", () => {
    expectTypeOf<ConfigurationSpec>().not.toBeAny();
    expectTypeOf<NonNullable<ConfigurationSpec["tracing"]>["zipkin"]>().toEqualTypeOf<
      { readonly endpointAddress: string } | undefined
    >();
    expectTypeOf<"1m30s" | "500ms" | "1.5h" | "0">().toExtend<GoDuration>();
    expectTypeOf<"30">().not.toExtend<GoDuration>();
    expectTypeOf<SidecarAnnotations["appProtocol"]>().toEqualTypeOf<
      "http" | "https" | "grpc" | "grpcs" | "h2c" | undefined
    >();
  });

  test("are made for every kind of the pinned CRDs", () => {
    const made = [
      componentManifest({ name }, { type: "state.redis", version: "v1", metadata: [] }),
      configuration({ name, spec: {} }),
      subscription({ name, spec: { pubsubname: "p", topic: "t", routes: { default: "/a" } } }),
      resiliency({ name, spec: { policies: {}, targets: {} } }),
      httpEndpoint({ name, spec: { baseUrl: "http://a" } }),
      mcpServer({ name, spec: { endpoint: { sse: { url: "http://a" } } } }),
      workflowAccessPolicy({ name, spec: {} }),
    ];
    expect(made.map(({ kind }) => kind).sort()).toEqual(Object.keys(kindSchemas()).sort());
  });

  test("name what a manifest says, and leave out what is not said", () => {
    expect(
      subscription({
        name,
        namespace: "shop",
        scopes: ["cart"],
        spec: { pubsubname: "p", topic: "t", routes: { default: "/a" } },
      }),
    ).toEqual({
      apiVersion: "dapr.io/v2alpha1",
      kind: "Subscription",
      metadata: { name: "one", namespace: "shop" },
      spec: { pubsubname: "p", topic: "t", routes: { default: "/a" } },
      scopes: ["cart"],
    });
    expect(Object.keys(configuration({ name, spec: {} }))).toEqual(["apiVersion", "kind", "metadata", "spec"]);
    expect(configuration({ name, spec: {} }).metadata).toEqual({ name: "one" });
  });
});
