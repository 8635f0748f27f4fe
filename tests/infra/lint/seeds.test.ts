import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { lintSources } from "../../../infra/lint/lint-sources.ts";

const folder = "tests/infra/lint/seeds";

/** Everything that is found in each YAML fragment of the seeds, and nothing else. */
const expected: Readonly<Record<string, readonly string[]>> = {
  "s0-backend-annotations": [],
  "s0-circuit-breaker": [
    "6:3 error TP0602 spec.spec",
    "14:13 error TP0628 spec.httpPipeline.handlers[0].type",
    "15:7 error TP0602 spec.httpPipeline.handlers[0].metadata",
  ],
  "s0-frontend-annotations": [],
  "s0-recurring-cron": [
    "1:13 error TP0601 apiVersion",
    "18:3 error TP0602 spec.route",
    "19:15 error TP0709 spec.pubsubname",
    "20:3 error TP0602 spec.scopes",
  ],
  "s0-reminder-cron": [
    "1:13 error TP0601 apiVersion",
    "18:3 error TP0602 spec.route",
    "19:15 error TP0709 spec.pubsubname",
    "20:3 error TP0602 spec.scopes",
  ],
  "s0-retry": [
    "6:3 error TP0602 spec.serviceInvocation",
    "10:9 error TP0602 spec.serviceInvocation.retryPolicy.backoff.initialInterval",
    "12:9 error TP0602 spec.serviceInvocation.retryPolicy.backoff.multiplier",
  ],
  "s0-subscription": ["8:3 error TP0602 spec.route", "10:3 error TP0602 spec.scopes"],
  "s0-tracing": ["13:7 error TP0604 spec.metric.rules[0].labels", "14:7 error TP0602 spec.metric.rules[0].description"],
  "s1-annotations": [],
  "s1-configuration": [
    "15:13 error TP0628 spec.httpPipeline.handlers[0].type",
    "17:11 warning TP0629 spec.features[0].name",
  ],
  "s1-kafka": ["12:12 warning TP0722 spec.metadata[1].value", "15:11 warning TP0512 spec.metadata[3].name"],
  "s1-postgres": ["15:11 error TP0504 spec.metadata[2].name"],
  "s1-secret-store": [],
  "s2-helm-template": ["5:14 error TP0703 "],
  "s2-kafka": ["13:12 warning TP0804 spec.metadata[1].value"],
  "s2-redis": [
    "18:11 warning TP0512 spec.metadata[3].name",
    "20:11 warning TP0512 spec.metadata[4].name",
    "21:12 error TP0507 spec.metadata[4].value",
    "33:13 warning TP0721 stringData.password",
  ],
  "s2-secret-store": [],
  "s2-subscriptions": [
    "11:3 error TP0602 spec.scopes",
    "24:3 error TP0602 spec.scopes",
    "37:3 error TP0602 spec.scopes",
    "50:3 error TP0602 spec.scopes",
  ],
  "s2-tracing": ["13:3 warning TP0626 spec.mtls", "14:14 warning TP0627 spec.mtls.enabled"],
  "s3-backend": ["27:16 warning TP0706 spec.template.spec.containers[0].image"],
  "s3-cron": [],
  "s3-kafka": [
    "13:12 warning TP0722 spec.metadata[1].value",
    "14:11 warning TP0512 spec.metadata[2].name",
    "25:12 error TP0508 spec.metadata[5].value",
  ],
  "s3-notification": ["25:16 warning TP0706 spec.template.spec.containers[0].image"],
  "s3-postgres": ["16:11 error TP0504 spec.metadata[2].name"],
  "s3-secret-store": ["10:11 error TP0504 spec.metadata[0].name"],
  "s4-access-control": [
    "6:3 warning TP0624 spec.accessControl.defaultAction",
    "8:9 error TP0623 spec.accessControl.policies[0].trustDomain",
    "8:9 error TP0623 spec.accessControl.policies[0].namespace",
  ],
  "s4-circuit-breaker": ["5:1 error TP0604 spec.targets"],
  "s4-mtls": ["7:3 warning TP0626 spec.mtls"],
  "s4-retry": ["5:1 error TP0604 spec.targets"],
  "s4-service": [],
  "s4-timeout": ["5:1 error TP0604 spec.targets", "8:7 error TP0603 spec.policies.timeouts.DefaultTimeoutPolicy"],
};

describe("every mistake in the YAML of the seeds is found at its place, and none is invented", () => {
  test("each fragment has its expectation", () => {
    const files = readdirSync(folder).map((file) => file.replace(".yaml", ""));
    expect(files.sort()).toEqual(Object.keys(expected).sort());
  });

  test.each(Object.entries(expected))("%s", (name, findings) => {
    const text = readFileSync(`${folder}/${name}.yaml`, "utf8");
    const found = lintSources([{ file: name, text }]);
    expect(
      found.map(({ line, column, severity, code, path }) => `${line}:${column} ${severity} ${code} ${path}`),
    ).toEqual(findings);
  });

  test("says what to write instead", () => {
    const remedy = (name: string, code: string): string | undefined => {
      const text = readFileSync(`${folder}/${name}.yaml`, "utf8");
      return lintSources([{ file: name, text }]).find((finding) => finding.code === code)?.remedy;
    };
    expect(remedy("s0-reminder-cron", "TP0709")).toBe(
      'Remove the Subscription: the binding itself POSTs to /reminder-cron of the apps in its scopes; metadata "route" changes the path.',
    );
    expect(remedy("s2-helm-template", "TP0703")).toBe("Render it first: helm template <chart> | todo-platform lint -");
    expect(remedy("s3-kafka", "TP0508")).toBe('Did you mean "SHA-256"?');
    expect(remedy("s3-secret-store", "TP0504")).toBe('Write "defaultNamespace".');
    expect(remedy("s4-timeout", "TP0603")).toBe('A named timeout is only a span of time: "30s".');
  });
});
