import { writeFile } from "node:fs/promises";
import { inspect } from "node:util";
import { Admin } from "@platformatic/kafka";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { metricSources } from "../../../../infra/model/observability/metric-sources.ts";
import { metricsRules } from "../../../../infra/model/strimzi/metrics-rules.ts";
import { eventually } from "../../../e2e/support/eventually.ts";
import { samplesOf, typesOf, type Sample } from "../../../support/exposition.ts";
import {
  readRecords,
  startMeasuredBroker,
  writeRecords,
  type MeasuredBroker,
} from "../../../support/measured-kafka.ts";

interface Rules {
  readonly rules: readonly { readonly labels?: Readonly<Record<string, string>> }[];
}

/** The same rules, each of which adds its number to what it reports. */
const numbered = (): string => {
  const { rules, ...settings } = parse(metricsRules) as Rules;
  return stringify({
    ...settings,
    rules: rules.map((rule, index) => ({ ...rule, labels: { ...rule.labels, rule: `${index}` } })),
  });
};

/** Of each rule, in their order, a metric that it must report, with its type and labels. */
const promised = [
  ["kafka_server_fetcherlagmetrics_consumerlag", "gauge", ["clientId", "partition", "topic"]],
  ["kafka_network_requestmetrics_requests_total", "counter", ["request", "version"]],
  ["kafka_server_brokertopicmetrics_bytesin_total", "counter", ["topic"]],
  ["kafka_server_replicamanager_isrshrinks_total", "counter", []],
  ["kafka_network_requestmetrics_totaltimems", "gauge", ["quantile", "request"]],
  ["kafka_log_size", "gauge", ["partition", "topic"]],
  ["kafka_server_kafkarequesthandlerpool_requesthandleravgidle_percent", "gauge", []],
  ["kafka_log_logmanager_logdirectoryoffline", "gauge", ["logDirectory"]],
  ["kafka_server_replicamanager_underminisrpartitioncount", "gauge", []],
  ["kafka_server_raftmetrics_current_leader", "gauge", []],
] as const;

let first: MeasuredBroker;
let second: MeasuredBroker | undefined;
/** What both brokers tell together: by the rules, and by the numbered ones. */
let told: Sample[];
let byRule: Sample[];
let types: Map<string, string>;

const brokers = (): MeasuredBroker[] => [first, ...(second ? [second] : [])];
const scrapeAll = async (): Promise<string> =>
  (await Promise.all(brokers().map((broker) => broker.scrape()))).join("\n");
const useRules = (rules: string): Promise<unknown> =>
  Promise.all(brokers().map(({ rulesFile }) => writeFile(rulesFile, rules)));

/** A topic with a copy on each of these brokers, the first of which leads. */
const createTopic = async (topic: string, ids: number[], minIsr: string): Promise<void> => {
  const admin = new Admin({ clientId: "test", bootstrapBrokers: [`127.0.0.1:${first.port}`] });
  const configs = [{ name: "min.insync.replicas", value: minIsr }];
  await admin.createTopics({ topics: [topic], assignments: [{ partition: 0, brokers: ids }], configs });
  await admin.close();
};

const valuesOf = (samples: readonly Sample[], name: string, labels: Sample["labels"] = {}): number[] =>
  samples
    .filter((sample) => sample.name === name)
    .filter((sample) => Object.entries(labels).every(([key, value]) => sample.labels[key] === value))
    .map(({ value }) => value);

beforeAll(async () => {
  first = await startMeasuredBroker(["own"]);
  // Before there is a second broker, so that the groups' own topic stays on the first one.
  await writeRecords(first, "own", 10);
  await readRecords(first, "own", 10);
  second = await startMeasuredBroker([], first);
  await createTopic("copied", [1, 2], "2");
  await createTopic("alone", [2], "1");
  await writeRecords(first, "copied", 100);
  const text = await scrapeAll();
  [told, types] = [samplesOf(text), typesOf(text)];
  await useRules(numbered());
  byRule = samplesOf(await scrapeAll());
  await useRules(metricsRules);
}, 300_000);
afterAll(async () => {
  for (const broker of brokers().reverse()) await broker.stop();
});

describe("of two brokers, one of which is the controller", () => {
  test("every rule reports what it promises", () => {
    const found = promised.map(([name], index) => {
      const own = byRule.filter((sample) => sample.name === name && sample.labels["rule"] === `${index}`);
      const labels = new Set(own.flatMap((sample) => Object.keys(sample.labels)));
      return [name, types.get(name), [...labels].filter((label) => label !== "rule").sort()];
    });
    expect(found).toEqual(promised);
    expect(new Set(byRule.map(({ labels }) => labels["rule"]).filter((rule) => rule !== undefined)).size).toBe(
      promised.length,
    );
  });

  test("every metric that an alert or a dashboard asks for is told", () => {
    const asked = Object.entries(metricSources).filter(([, { exporter }]) => exporter === "jmx-exporter");
    const names = new Set(told.map(({ name }) => name));
    expect(asked.map(([name]) => name).filter((name) => !names.has(name))).toEqual([]);
  });

  test("no two beans are told under one name, and none without a type", () => {
    expect(told.filter(({ labels }) => "_objectname" in labels)).toEqual([]);
    const untyped = [...types].filter(([name, type]) => name.startsWith("kafka_") && !/counter|gauge/.test(type));
    expect(untyped).toEqual([]);
  });

  test("latencies are those of three requests", () => {
    const latencies = told.filter(({ labels }) => "quantile" in labels && "request" in labels);
    const shown = latencies.map(({ name, labels }) => `${name} ${labels["request"]} ${labels["quantile"]}`);
    expect([...new Set(shown)].sort()).toEqual(
      ["requestqueuetimems", "totaltimems"].flatMap((time) =>
        ["FetchConsumer", "FetchFollower", "Produce"].flatMap((request) =>
          ["0.50", "0.95", "0.99"].map((quantile) => `kafka_network_requestmetrics_${time} ${request} ${quantile}`),
        ),
      ),
    );
  });

  test("the quorum is told by these", () => {
    const names = told.map(({ name }) => name).filter((name) => name.startsWith("kafka_server_raftmetrics_"));
    expect([...new Set(names)].map((name) => name.slice("kafka_server_raftmetrics_".length)).sort()).toEqual([
      "commit_latency_avg",
      "commit_latency_max",
      "current_epoch",
      "current_leader",
      "current_vote",
      "election_latency_avg",
      "election_latency_max",
      "high_watermark",
      "log_end_offset",
      "number_of_observers",
      "number_of_voters",
      "poll_idle_ratio_avg",
    ]);
  });

  test("a folder of records is named as it is", () => {
    const [folder] = told.filter(({ name }) => name === "kafka_log_logmanager_logdirectoryoffline");
    expect(folder?.labels["logDirectory"]).toMatch(/^\/.*\/data$/);
  });

  test("what was written and read is counted", () => {
    expect(valuesOf(told, "kafka_server_brokertopicmetrics_messagesin_total", { topic: "copied" })).toEqual([100]);
    const [written = 0, copy] = valuesOf(told, "kafka_log_size", { topic: "copied" });
    expect(written).toBeGreaterThan(1000);
    expect(copy).toBe(written);
    expect(valuesOf(told, "kafka_server_brokertopicmetrics_bytesin_total", { topic: "copied" })).toEqual([written]);
    expect(valuesOf(told, "kafka_server_brokertopicmetrics_bytesout_total", { topic: "own" })).toEqual(
      valuesOf(told, "kafka_log_size", { topic: "own" }),
    );
  });
});

test("when a broker ends, a partition has no leader, and another one refuses writes", async () => {
  const state = (samples: readonly Sample[]): number[][] => [
    valuesOf(samples, "kafka_controller_kafkacontroller_activecontrollercount"),
    valuesOf(samples, "kafka_controller_kafkacontroller_offlinepartitionscount"),
    valuesOf(samples, "kafka_server_replicamanager_underminisrpartitioncount"),
  ];
  expect(state(told)).toEqual([[1], [0], [0, 0]]);
  await second?.stop();
  second = undefined;
  await eventually(async () => expect(state(samplesOf(await scrapeAll()))).toEqual([[1], [1], [1]]), 60_000);
  const refused = await writeRecords(first, "copied", 1).catch((failure: unknown) => failure);
  expect(inspect(refused, { depth: 9 })).toContain("NOT_ENOUGH_REPLICAS");
});
