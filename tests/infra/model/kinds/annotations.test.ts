import { describe, expect, test } from "vitest";
import { checkSidecarAnnotations } from "../../../../infra/model/dapr/kinds/check-sidecar-annotations.ts";
import type { DaprVersion } from "../../../../infra/model/dapr/kinds/dapr-version.ts";
import { annotationFacts } from "../../../../infra/model/dapr/kinds/generated/annotations.ts";
import { sidecarAnnotations } from "../../../../infra/model/dapr/kinds/sidecar-annotations.ts";
import { toSidecarAnnotations } from "../../../../infra/model/dapr/sidecar.ts";
import { localPlatform } from "../../platforms.ts";

const base = { "dapr.io/enabled": "true", "dapr.io/app-id": "shop", "dapr.io/app-port": "8080" };

const found = (annotations: object, dapr?: DaprVersion): string[] =>
  checkSidecarAnnotations({ ...base, ...annotations }, "annotations", dapr).map(
    ({ severity, code, path }) => `${severity} ${code} ${path.replace(/^annotations\["dapr\.io\/(.*)"\]$/, "$1")}`,
  );

/** A value that each format takes, and one that it does not take. */
const examples: Readonly<Record<string, readonly [good: string, bad: string | undefined]>> = {
  boolean: ["Yes", "yess"],
  integer: ["7", "7s"],
  port: ["65535", "65536"],
  string: ["anything", undefined],
  quantity: ["0.5Mi", "5 MB"],
  duration: ["1m30s", "90"],
  environment: ["A=1, B=x,y", "A"],
  "secret-environment": ["A=s:k,B=s", "A=s:k:x"],
  mounts: ["a:/b, c:/d", "a"],
  "app-id": ["shop-2", "Shop"],
  "log-level": ["WARN", "warning"],
  "app-protocol": ["grpcs", "tcp"],
  "seccomp-profile": ["RuntimeDefault", "runtimeDefault"],
};

describe("the sidecar's annotations", () => {
  test.each(annotationFacts.filter((fact) => fact.deprecated === undefined).map((fact) => [fact.key, fact] as const))(
    "%s takes what its format takes, and nothing else",
    (key, { format }) => {
      const [good, bad] = examples[format] ?? ["", undefined];
      const wrong = (annotations: object) => found(annotations).filter((problem) => problem.startsWith("error"));
      expect(wrong({ [key]: good })).toEqual([]);
      if (bad !== undefined) expect(wrong({ [key]: bad })).toEqual([`error TP0681 ${key.slice("dapr.io/".length)}`]);
      expect(wrong({ [key]: 1 })).toEqual([`error TP0681 ${key.slice("dapr.io/".length)}`]);
    },
  );

  test.each([
    ["a mistyped key", { "dapr.io/app-prot": "1" }, "error TP0680 app-prot"],
    ["a key of early releases", { "dapr.io/port": "1" }, "error TP0680 port"],
    [
      "a key that another tool leaves there",
      { "dapr.io/http-stream-request-body": "true" },
      "warning TP0680 http-stream-request-body",
    ],
    ["a key of another group", { "dapr.example.com/app-port": "x", "prometheus.io/scrape": "true" }],
    ["an old name", { "dapr.io/http-read-buffer-size": "8" }, "warning TP0682 http-read-buffer-size"],
    [
      "an old and a new name",
      { "dapr.io/http-read-buffer-size": "8", "dapr.io/read-buffer-size": "8Ki" },
      "error TP0683 http-read-buffer-size",
    ],
    [
      "a health path without health checks",
      { "dapr.io/app-health-check-path": "/x" },
      "warning TP0684 app-health-check-path",
    ],
    ["a placeholder", { "dapr.io/app-port": "{{ .Values.port }}" }],
    ["an empty placement address, which is how it is switched off", { "dapr.io/placement-host-address": "" }],
  ] as const)("with %s", (_, annotations, ...problems) => {
    expect(found(annotations)).toEqual(problems);
  });

  test("offer the name that was meant", () => {
    const remedy = (key: string) => checkSidecarAnnotations({ ...base, [key]: "1" }, "a")[0]?.remedy;
    expect(remedy("dapr.io/metrics-prot")).toBe('Did you mean "dapr.io/metrics-port"?');
    expect(remedy("dapr.io/protocol")).toBe('Did you mean "dapr.io/app-protocol"?');
  });

  test("of an app without a port, an app id or a sidecar", () => {
    const codes = (annotations: Record<string, string>) =>
      checkSidecarAnnotations(annotations, "a").map(({ code }) => code);
    expect(codes({ "dapr.io/enabled": "true", "dapr.io/app-id": "a", "dapr.io/app-protocol": "grpc" })).toEqual([
      "TP0684",
    ]);
    expect(codes({ "dapr.io/enabled": "true" })).toEqual(["TP0686"]);
    expect(codes({ "dapr.io/app-id": "a" })).toEqual(["TP0685"]);
    expect(codes({ "dapr.io/enabled": "false" })).toEqual([]);
    expect(codes({ app: "a" })).toEqual([]);
  });

  test.each([
    ["enable-native-sidecar", "true", "1.17", "1.18"],
    ["actors-disseminate-timeout", "10s", "1.17", "1.18"],
    ["sidecar-svc-annotations", "a=b", "1.16", "1.17"],
    ["disable-init-endpoints", "true", "1.16", "1.17"],
  ] as const)("dapr.io/%s=%s is unknown to Dapr %s and known to %s", (key, value, before, since) => {
    expect(found({ [`dapr.io/${key}`]: value }, before)).toEqual([`error TP0608 ${key}`]);
    expect(found({ [`dapr.io/${key}`]: value }, since)).toEqual([]);
  });

  test("are those of the injector: 63 in the pinned release", () => {
    expect(new Set(annotationFacts.map((fact) => fact.key)).size).toBe(63);
    expect(annotationFacts.find((fact) => fact.key === "dapr.io/app-health-probe-timeout")).toEqual({
      key: "dapr.io/app-health-probe-timeout",
      field: "appHealthProbeTimeout",
      format: "integer",
      default: "500",
    });
  });

  test("are written from their typed form", () => {
    expect(
      sidecarAnnotations({
        enabled: true,
        appId: "shop",
        appPort: 8080,
        maxBodySize: "4Mi",
        appMaxConcurrency: undefined,
        env: { A: "1", B: "x" },
        envFromSecret: { C: { name: "secret", key: "key" } },
        volumeMounts: { ca: "/etc/ca" },
      }),
    ).toEqual({
      "dapr.io/enabled": "true",
      "dapr.io/app-id": "shop",
      "dapr.io/app-port": "8080",
      "dapr.io/max-body-size": "4Mi",
      "dapr.io/env": "A=1,B=x",
      "dapr.io/env-from-secret": "C=secret:key",
      "dapr.io/volume-mounts": "ca:/etc/ca",
    });
  });

  test.each(Object.entries(localPlatform.services))("of %s have no problem", (app, service) => {
    expect(checkSidecarAnnotations(toSidecarAnnotations(localPlatform, app, service), "annotations")).toEqual([]);
  });
});
