import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Preview, PreviewStep } from "../../../infra/review/preview/preview.ts";
import { isSame } from "../../../infra/review/objects/read.ts";
import { markdownReport } from "../../../infra/review/render/markdown-report.ts";
import { jsonReport } from "../../../infra/review/render/json-report.ts";
import { reviewPreview } from "../../../infra/review/report.ts";

type Fields = Record<string, any>;

const app = (name: string, image = "shop/1", annotations: Fields = {}, spec: Fields = {}): Fields => ({
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name, namespace: "shop" },
  spec: {
    replicas: 1,
    template: {
      metadata: { annotations: { "dapr.io/enabled": "true", "dapr.io/app-id": name, ...annotations } },
      spec: { containers: [{ name, image }], ...spec },
    },
  },
});
const component = (name: string, type: string, metadata: Record<string, string> = {}, scopes?: string[]): Fields => ({
  apiVersion: "dapr.io/v1alpha1",
  kind: "Component",
  metadata: { name, namespace: "shop" },
  spec: { type, version: "v1", metadata: Object.entries(metadata).map(([key, value]) => ({ name: key, value })) },
  ...(scopes === undefined ? {} : { scopes }),
});
const object = (apiVersion: string, kind: string, name: string, fields: Fields = {}): Fields => ({
  apiVersion,
  kind,
  metadata: { name, namespace: "shop" },
  ...fields,
});

const typeOf = ({ apiVersion, kind }: Fields): string =>
  `kubernetes:${apiVersion.includes("/") ? apiVersion : `core/${apiVersion}`}:${kind}`;
const urnOf = (fields: Fields): string =>
  `urn:pulumi:prod::shop::${typeOf(fields)}::${fields["kind"]}-${fields["metadata"].name}`;

const stepOf = (before: Fields | undefined, after: Fields | undefined, paths: string[] = []): PreviewStep => {
  const fields = (after ?? before) as Fields;
  const op = !before ? "create" : !after ? "delete" : isSame(before, after) && paths.length === 0 ? "same" : "update";
  return {
    urn: urnOf(fields),
    type: typeOf(fields),
    op,
    ...(before ? { before } : {}),
    ...(after ? { after } : {}),
    paths,
  };
};

const previewOf = (steps: readonly PreviewStep[]): Preview => ({
  steps,
  violations: [],
  diagnostics: [],
  packs: [],
  isComplete: true,
});

/** Effects of `before` becoming `after`, objects told apart by kind and name. */
const effects = (before: readonly Fields[], after: readonly Fields[]): string[] => {
  const known = new Map(before.map((fields) => [urnOf(fields), fields]));
  const now = new Set(after.map(urnOf));
  const steps = [
    ...after.map((fields) => stepOf(known.get(urnOf(fields)), fields)),
    ...before.filter((fields) => !now.has(urnOf(fields))).map((fields) => stepOf(fields, undefined)),
  ];
  return reviewPreview(previewOf(steps)).effects.map(({ risk, subject, text }) => `${risk}: ${subject} ${text}`);
};

describe("a platform that nothing of ours has made", () => {
  test("keeps state in memory", () => {
    const store = component("cart", "state.in-memory");
    expect(effects([app("till"), store], [app("till", "shop/2"), store])).toEqual([
      "data-loss: cart is in memory, and till restarts without it",
      "restart: till restarts: image",
    ]);
  });

  test("has components without scopes, which every app of the namespace loads", () => {
    const store = (version: string): Fields =>
      component("cart", "state.redis", { redisHost: "redis:6379", redisDB: version });
    expect(effects([app("till"), app("desk"), store("0")], [app("till"), app("desk"), store("1")])).toEqual([
      'data-loss: cart has redisDB "1" instead of "0": desk and till do not find what is kept there',
      "none: cart reloads in 2 apps (redisDB): desk and till",
    ]);
  });

  test("gets a component and opens another to everybody", () => {
    const [open, closed] = [component("cart", "state.redis"), component("cart", "state.redis", {}, ["till"])];
    expect(
      effects([app("till"), closed], [app("till"), open, component("mail", "bindings.smtp", {}, ["till"])]),
    ).toEqual([
      "none: cart is loaded by every app of its namespace: it has no scopes any more",
      "none: mail is added (bindings.smtp) for till",
    ]);
  });

  test("deletes a Secret that a component and a pod still read", () => {
    const secret = object("v1", "Secret", "redis");
    const store = component("cart", "state.redis");
    store["spec"].metadata = [{ name: "redisPassword", secretKeyRef: { name: "redis", key: "password" } }];
    const till = app("till", "shop/1", { "dapr.io/api-token-secret": "redis" });
    expect(effects([till, store, secret], [till, store])).toEqual([
      "downtime: redis is deleted, and till and cart still read it",
    ]);
  });

  test("has subscriptions of the first version, and copies of its topics", () => {
    const subscription = (route: string): Fields =>
      object("dapr.io/v1alpha1", "Subscription", "orders", {
        spec: { pubsubname: "bus", topic: "orders", route },
        scopes: ["till"],
      });
    const topic = (replicas: number): Fields =>
      object("kafka.strimzi.io/v1beta2", "KafkaTopic", "orders", { spec: { partitions: 3, replicas } });
    expect(effects([app("till"), subscription("/a"), topic(3)], [app("till"), subscription("/b"), topic(1)])).toEqual([
      "data-loss: orders has 1 instead of 3 copies of each record: a broken disk loses it",
      "none: till receives orders on /b instead of /a",
    ]);
  });

  test("closes its doors, or opens others", () => {
    const policy = (port: number): Fields =>
      object("networking.k8s.io/v1", "NetworkPolicy", "till", { spec: { ingress: [{ ports: [{ port }] }] } });
    const route = object("gateway.networking.k8s.io/v1", "HTTPRoute", "shop", { spec: {} });
    const service = (port: number): Fields => object("v1", "Service", "till", { spec: { ports: [{ port }] } });
    expect(effects([app("till"), route, policy(1), service(1)], [app("till"), policy(2), service(2)])).toEqual([
      "downtime: shop (HTTPRoute) is removed: nobody reaches it any more",
      "none: till (NetworkPolicy) lets other pods through",
      "none: till (Service) leads elsewhere or listens on other ports",
    ]);
  });

  test("rolls in a way that interrupts it", () => {
    const recreate = (image: string): Fields => {
      const fields = app("till", image);
      fields["spec"].strategy = { type: "Recreate" };
      return fields;
    };
    expect(effects([recreate("shop/1")], [recreate("shop/2")])).toEqual(["downtime: till restarts: image"]);
  });

  test("rotates a Secret of which the engine shows only the path", () => {
    const hidden = object("v1", "Secret", "redis", { stringData: "[secret]" });
    const till = app("till", "shop/1", { "dapr.io/env-from-secret": "PASSWORD=redis:password" });
    const steps = [stepOf(till, till), stepOf(hidden, hidden, ["stringData"])];
    expect(reviewPreview(previewOf(steps)).effects.map(({ text }) => text)).toEqual([
      "gets another value: till keeps the old one until restarted",
    ]);
  });
});

describe("objects of whatever form", () => {
  const kinds = [
    "Component",
    "Subscription",
    "Configuration",
    "Resiliency",
    "Deployment",
    "StatefulSet",
    "KafkaTopic",
    "Secret",
    "Release",
  ];
  const anyFields = fc.oneof(
    fc.object({ maxDepth: 4 }),
    fc.record({
      spec: fc.jsonValue(),
      metadata: fc.jsonValue(),
      scopes: fc.jsonValue(),
      data: fc.jsonValue(),
      values: fc.jsonValue(),
    }),
  );
  const anyObject = fc
    .tuple(fc.constantFrom(...kinds), fc.constantFrom("a", "b"), anyFields)
    .map(([kind, name, fields]): Fields => ({
      ...object(kind === "Deployment" ? "apps/v1" : "dapr.io/v1alpha1", kind, name),
      ...fields,
      kind,
    }));

  test("give a report, and their text stays text", () => {
    fc.assert(
      fc.property(fc.array(anyObject, { maxLength: 6 }), fc.array(anyObject, { maxLength: 6 }), (before, after) => {
        const pair = (list: readonly Fields[], key: "before" | "after"): PreviewStep[] =>
          list.map((fields, index) => ({
            urn: `urn:pulumi:p::p::kubernetes:x/v1:${fields["kind"]}::${index}-${key}`,
            type: `kubernetes:x/v1:${fields["kind"]}`,
            op: key === "before" ? ("delete" as const) : ("create" as const),
            [key]: fields,
            paths: [],
          }));
        const report = reviewPreview(previewOf([...pair(before, "before"), ...pair(after, "after")]));
        expect(JSON.parse(JSON.stringify(jsonReport(report)))).toBeTypeOf("object");
        expect(markdownReport(report, "t", 5_000).length).toBeLessThanOrEqual(5_000);
      }),
      { numRuns: 500 },
    );
  });

  test("put no markup, mention or link into the comment", () => {
    const evil = "x`</details><script>@all #1 [l](http://e)|**b**";
    const till = (image: string): Fields => {
      const fields = app("till", image);
      fields["metadata"].name = evil;
      return fields;
    };
    const text = markdownReport(reviewPreview(previewOf([stepOf(till("1"), till("2"))])), evil);
    expect(text).toContain("x\\`&lt;/details>&lt;script>@\u200ball #\u200b1 \\[l\\](http:\u200b//e)\\|\\*\\*b\\*\\*");
    const outside = text.replaceAll(/^(`{3,})\n[\s\S]*?\n\1$/gm, "");
    expect(outside).not.toMatch(/<script|@all|#1|[^\\]\]\(|http:\/\//);
  });
});
