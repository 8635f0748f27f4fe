import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { toFluentBitManifests } from "../../../infra/model/logging/fluent-bit-manifests.ts";
import { definePlatform } from "../../../infra/model/platform.ts";
import type { PlatformSpec } from "../../../infra/model/platform-spec.ts";
import { toCollectorManifests } from "../../../infra/model/tracing/collector-manifests.ts";
import { toJaegerManifests } from "../../../infra/model/tracing/jaeger-manifests.ts";
import type { PlainManifest } from "../../../infra/model/workload-manifests.ts";
import { versions } from "../../../infra/versions.ts";
import type { Apiserver } from "../../support/apiserver.ts";
import { keep, startOperatorApi, type ApiObject } from "../../support/operator-api.ts";
import { soundLogging, soundTracing } from "../model/tracing-mistakes.ts";
import { brokenPlatform } from "../platforms.ts";

const { jaeger, otelCollector, fluentBit } = versions.publishedImages;

const traced = (title: string, { tracing }: PlatformSpec): (readonly [string, PlainManifest])[] => {
  const manifests =
    tracing.backend === "jaeger"
      ? toJaegerManifests({ ...tracing, nodePort: 30_411 }, jaeger)
      : tracing.backend === "collector"
        ? toCollectorManifests(tracing, otelCollector)
        : [];
  return manifests.map((manifest) => [`${manifest.kind} of ${title}`, manifest]);
};

const objects = [
  ...soundTracing.flatMap(([title, tracing]) =>
    traced(title, definePlatform(brokenPlatform((platform) => (platform.tracing = tracing)))),
  ),
  ...soundLogging.flatMap(([title, target]) => {
    const platform = definePlatform(brokenPlatform((changed) => (changed.logging = { namespace: "logging", target })));
    const manifests = platform.logging === undefined ? [] : toFluentBitManifests(platform, platform.logging, fluentBit);
    return manifests.map((manifest) => [`${manifest.kind} of ${title}`, manifest] as const);
  }),
];

let apiserver: Apiserver;
beforeAll(async () => {
  apiserver = await startOperatorApi();
}, 180_000);
afterAll(() => apiserver.stop());

describe("a real API server", () => {
  test("is asked about every kind of object of tracing and logs", () => {
    expect([...new Set(objects.map(([, { kind }]) => kind))].sort()).toEqual([
      "ClusterRole",
      "ClusterRoleBinding",
      "ConfigMap",
      "DaemonSet",
      "Deployment",
      "NetworkPolicy",
      "PersistentVolumeClaim",
      "Service",
      "ServiceAccount",
    ]);
  });

  test.each(objects)("keeps %s as it was written", async (_, manifest) => {
    const written = JSON.parse(JSON.stringify(manifest)) as ApiObject & Record<string, unknown>;
    const { spec, rules, data } = written;
    const parts = Object.fromEntries(Object.entries({ spec, rules, data }).filter(([, part]) => part !== undefined));
    expect(await keep(apiserver, written)).toMatchObject(parts);
  });
});
