import { z } from "zod";
import type { Problem } from "../model/problems.ts";
import type { AppExpectation } from "./expectations.ts";
import { finding, reapply } from "./finding.ts";

/** The part of `/v1.0/metadata` that is compared. Upstream: docs.dapr.io/reference/api/metadata_api. */
export const sidecarMetadata = z.object({
  id: z.string(),
  components: z.array(z.object({ name: z.string(), type: z.string(), version: z.string() })).default([]),
  subscriptions: z
    .array(
      z.object({
        pubsubname: z.string(),
        topic: z.string(),
        deadLetterTopic: z.string().default(""),
        type: z.string(),
        rules: z.array(z.object({ path: z.string().default("") })).default([]),
      }),
    )
    .default([]),
  resiliencies: z.array(z.object({ name: z.string() })).default([]),
});
export type SidecarMetadata = z.infer<typeof sidecarMetadata>;

const compare = (
  app: string,
  kind: string,
  expected: readonly string[],
  actual: readonly string[],
  codes: { missing: string; extra: string },
): Problem[] => [
  ...expected
    .filter((item) => !actual.includes(item))
    .map((item) => finding(codes.missing, app, kind, item, `${app}'s sidecar has not loaded ${kind} ${item}`, reapply)),
  ...actual
    .filter((item) => !expected.includes(item))
    .map((item) =>
      finding(
        codes.extra,
        app,
        kind,
        item,
        `${app}'s sidecar has loaded ${kind} ${item}, which the model does not have`,
        reapply,
      ),
    ),
];

/** Compares what a sidecar has loaded with the model; both what lacks and what is too much. */
export const checkMetadata = (expected: AppExpectation, actual: SidecarMetadata): Problem[] => {
  const { app } = expected;
  const subscription = (s: { pubsubname: string; topic: string; path: string; deadLetterTopic: string }): string =>
    `${s.pubsubname}/${s.topic} -> ${s.path}${s.deadLetterTopic === "" ? "" : ` (dead letters: ${s.deadLetterTopic})`}`;
  const component = (c: { name: string; type: string; version: string }): string =>
    `${c.name} (${c.type}/${c.version})`;
  return [
    ...(actual.id === app
      ? []
      : [finding("TP0902", app, "sidecar", actual.id, `the sidecar runs under app id ${actual.id}`, reapply)]),
    ...compare(app, "component", expected.components.map(component), actual.components.map(component), {
      missing: "TP0903",
      extra: "TP0904",
    }),
    ...compare(
      app,
      "subscription",
      expected.subscriptions.map(subscription),
      actual.subscriptions.map((s) => subscription({ ...s, path: s.rules.map((rule) => rule.path).join(",") })),
      { missing: "TP0905", extra: "TP0906" },
    ),
    ...actual.subscriptions
      .filter((s) => s.type !== "DECLARATIVE")
      .map((s) =>
        finding(
          "TP0907",
          app,
          "subscription",
          s.topic,
          `is ${s.type}, not declarative`,
          "Remove it from the app's code.",
        ),
      ),
    ...compare(
      app,
      "resiliency",
      expected.resiliencies,
      actual.resiliencies.map((r) => r.name),
      {
        missing: "TP0908",
        extra: "TP0909",
      },
    ),
  ];
};
