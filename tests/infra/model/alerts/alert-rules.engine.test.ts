import { beforeAll, describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { alertGroups } from "../../../../infra/model/alerts/alert-groups.ts";
import type { AlertRule } from "../../../../infra/model/alerts/alert-rule.ts";
import { definePlatform } from "../../../../infra/model/platform.ts";
import { targets } from "../../../../infra/model/targets.ts";
import { todoPlatform } from "../../../../infra/model/todo.ts";
import { toRuleFile } from "../../../../infra/reference/alerts-reference.ts";
import { ensurePromtool, promtool } from "../../../support/promtool.ts";
import { alertCases, type AlertCase } from "./alert-cases.ts";

/** With every part that has alerts of its own. */
const production = todoPlatform(targets.aks);
const zipkin = { kind: "zipkin", endpoint: "http://zipkin.example.com:9411/api/v2/spans" } as const;
const watched = definePlatform({
  ...production,
  tracing: {
    ...{ backend: "collector", collector: { replicas: 1, memory: "256Mi", exporters: { zipkin } } },
    namespace: production.tracing.namespace,
    samplingRate: production.tracing.samplingRate,
    nodePort: undefined,
  },
});
const groups = alertGroups(watched);
const ruleFile = toRuleFile(groups);
const alerts = groups.flatMap(({ rules }) => rules).filter((rule): rule is AlertRule => "alert" in rule);

beforeAll(ensurePromtool, 1_200_000);

/** promtool's own unit test: these series, looked at then, make exactly these alerts of that name. */
const judge = ({ alert, at }: AlertCase, series: AlertCase["fires"], expected: object[]) => {
  const input_series = Object.entries(series).map(([name, values]) => ({ series: name, values }));
  const alert_rule_test = [{ eval_time: at, alertname: alert, exp_alerts: expected }];
  const tests = [{ interval: "1m", input_series, alert_rule_test }];
  return promtool(["test", "rules", "test.yaml"], {
    "rules.yaml": ruleFile,
    "test.yaml": stringify({ rule_files: ["rules.yaml"], evaluation_interval: "1m", tests }),
  });
};

const firing = ({ alert, labels, summary }: AlertCase): object => {
  const rule = alerts.find((candidate) => candidate.alert === alert && candidate.labels?.["slo"] === labels["slo"]);
  return {
    exp_labels: { severity: rule?.severity, ...labels },
    exp_annotations: { summary, description: rule?.action },
  };
};

test("promtool finds nothing wrong with the rule file", async () => {
  const rules = groups.flatMap((group) => group.rules).length;
  const { ok, text } = await promtool(["check", "rules", "--lint=all", "--lint-fatal", "rules.yaml"], {
    "rules.yaml": ruleFile,
  });
  expect(text).toContain(`SUCCESS: ${rules} rules found`);
  expect(ok).toBe(true);
});

test("each alert has a case", () => {
  expect([...new Set(alertCases.map(({ alert }) => alert))].sort()).toEqual(
    [...new Set(alerts.map(({ alert }) => alert))].sort(),
  );
});

describe.each(alertCases.map((example, index) => [`${example.alert} (${index})`, example] as const))(
  "%s",
  (_, example) => {
    test("fires, says what is wrong, and fires for nothing else", async () => {
      expect(await judge(example, example.fires, [firing(example)])).toEqual({
        ok: true,
        text: expect.stringContaining("SUCCESS") as string,
      });
    });

    test("stays silent", async () => {
      expect(await judge(example, example.silent, [])).toEqual({
        ok: true,
        text: expect.stringContaining("SUCCESS") as string,
      });
    });
  },
);
