import { describe, expect, test } from "vitest";
import { alertGroups } from "../../../../infra/model/alerts/alert-groups.ts";
import { metricSources } from "../../../../infra/model/observability/metric-sources.ts";
import { targets } from "../../../../infra/model/targets.ts";
import { todoPlatform } from "../../../../infra/model/todo.ts";
import { profiles } from "../../../../infra/model/profiles/profiles.ts";
import { localPlatform } from "../../platforms.ts";

const platform = todoPlatform(targets.aks);
const rules = alertGroups(platform).flatMap((group) => group.rules);
const namesOf = (groups: ReturnType<typeof alertGroups>): string[] =>
  groups.flatMap((group) => group.rules).flatMap((rule) => ("alert" in rule ? [rule.alert] : []));

/** Names that a query asks for: words that select (`name{`, `name[`), stand alone in a function, or end in a unit. */
const asked = (expr: string): string[] => [
  ...new Set([...expr.replaceAll(/\{[^}]*\}/g, "{}").matchAll(/([a-z_:][\w:]*)\{\}/g)].map(([, name = ""]) => name)),
];

describe("the alerts of a platform", () => {
  test("are these", () => {
    expect(namesOf(alertGroups(platform))).toEqual([
      "DaprSidecarDown",
      "DaprSidecarMissing",
      "DaprControlPlaneDown",
      "DaprInjectionFails",
      "DaprComponentInitFailed",
      "DaprPubSubErrors",
      "DaprStateStoreErrors",
      "DeadLetters",
      "OutboxBacklog",
      "KafkaPartitionsOffline",
      "KafkaUnderMinIsr",
      "KafkaConsumerLag",
      "DaprRootCertificateExpires",
      "DaprCertificateNotRotated",
      "CertificateExpires",
      ...["SloBurnsFast", "SloBurnsSlowly", "SloBurnsFast", "SloBurnsSlowly"],
    ]);
  });

  test("are told no later than the model's patience allows, and the others at their own time", () => {
    const times = (patience?: "10s"): (string | undefined)[] =>
      alertGroups(platform, patience === undefined ? {} : { patience })
        .flatMap((group) => group.rules)
        .flatMap((rule) => ("alert" in rule ? [rule.for] : []));
    expect(new Set(times())).toEqual(new Set(["0s", "2m", "5m", "10m", "15m", "1h"]));
    expect(times("10s")).toEqual(times().map((time) => (time === "0s" ? "0s" : "10s")));
  });

  test("have the seeds' two numbers", () => {
    const [down] = alertGroups(localPlatform)[0]?.rules ?? [];
    const [errors] = alertGroups(localPlatform)[1]?.rules ?? [];
    expect(down).toMatchObject({
      alert: "DaprSidecarDown",
      for: "2m",
      expr: 'up{job="dapr-sidecar",namespace="todo-app"} == 0',
    });
    expect(errors).toMatchObject({
      alert: "DaprPubSubErrors",
      for: "5m",
      expr: expect.stringMatching(/ > 0\.05$/) as string,
    });
  });

  test.each(rules.map((rule) => ["alert" in rule ? rule.alert : rule.record, rule] as const))(
    "%s names exactly the metrics that it asks for, each with its source",
    (_, rule) => {
      const names = asked(rule.expr);
      const recorded = names.filter((name) => name.startsWith("slo:"));
      if (recorded.length === 0) expect(names.sort()).toEqual([...rule.metrics].sort());
      else expect(recorded).toEqual(names);
      for (const name of rule.metrics) expect(metricSources[name].source).toMatch(/./);
    },
  );

  test("ask for no other namespaces than the platform's own", () => {
    const used = rules.flatMap((rule) => [...rule.expr.matchAll(/namespace="([^"]+)"/g)].map(([, name]) => name));
    expect([...new Set(used)].sort()).toEqual(["dapr-system", "kafka", "todo-app"]);
    const open = rules.flatMap((rule) => [...rule.expr.matchAll(/\w+\{([^}]*)\}/g)].map(([, inside = ""]) => inside));
    expect(open.filter((inside) => !inside.includes("namespace="))).toEqual([]);
  });

  test("follow the thresholds of the platform", () => {
    const changed = alertGroups(platform, { sidecarDown: "30s", consumerLag: 5 }).flatMap((group) => group.rules);
    expect(changed.find((rule) => "alert" in rule && rule.alert === "DaprSidecarDown")).toMatchObject({ for: "30s" });
    expect(changed.find((rule) => "alert" in rule && rule.alert === "KafkaConsumerLag")?.expr).toMatch(/ > 5$/);
  });

  test("leave Kafka out where the platform runs none, and where nobody tells its state", () => {
    for (const elsewhere of [{ ...platform, kafka: undefined }, localPlatform])
      expect(namesOf(alertGroups(elsewhere))).toEqual(
        namesOf(alertGroups(platform)).filter((name) => !name.startsWith("Kafka")),
      );
  });

  test.each(Object.entries(profiles))("exist for profile %s", (_, build) => {
    expect(namesOf(alertGroups(build(targets.aks))).slice(0, 5)).toEqual(
      namesOf(alertGroups(todoPlatform(targets.aks))).slice(0, 5),
    );
  });
});
