import { setTimeout as sleep } from "node:timers/promises";
import { directGroup, toRounds, type BenchApps } from "../bench-apps.ts";
import { benchPlatform, benchTopic, client, server } from "../bench-platform.ts";
import type { LoadJob, LoadResult, Variant } from "../drivers/job.ts";
import type { ConsumeJob } from "../drivers/consume.ts";
import { withCpu } from "../processes.ts";
import { cpuNote, failureNote, noFailures, outcomeOf, percentiles, type Plan } from "../rounds.ts";
import { number, times, unmeasured, type Row } from "../row.ts";
import { medianDifference, medianOfRounds, type Summary } from "../statistics.ts";

const variants = (apps: BenchApps): { sidecar: Variant; direct: Variant } => ({
  sidecar: {
    kind: "http",
    requests: [
      {
        url: `${apps.sidecar}/publish/${benchPlatform.pubsub}/${benchTopic}`,
        method: "POST",
        headers: {
          "dapr-api-token": apps.token,
          traceparent: "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00",
        },
      },
    ],
    stamped: 1_024,
    expect: [204],
  },
  direct: { kind: "kafka", access: apps.kafka(client), topic: directTopic, stamped: 1_024 },
});

/** A topic of its own, since the subscriber's sidecar reads the other. */
const directTopic = `${benchTopic}-direct`;

interface EventRun {
  readonly load: LoadResult;
  readonly delivered: readonly Summary[];
  readonly consumed: readonly Summary[];
}

/** Publishes both ways while a subscriber behind its sidecar and a direct consumer receive. */
const runEvents = async (apps: BenchApps, job: Omit<LoadJob, "variants">): Promise<EventRun> => {
  const consume: ConsumeJob = { access: apps.kafka(server), topic: directTopic, group: directGroup };
  const consumer = await apps.cluster.converse("consume", consume, apps.server);
  await apps.takeDeliveries();
  const load = await apps.load({ ...job, variants: variants(apps) });
  const consumed = toRounds(await consumer.finish<[number, number][]>());
  return { load, consumed, delivered: await apps.takeDeliveries() };
};

const publishRow = ({ load }: EventRun): Row => {
  const [ours, peer] = [outcomeOf(load, "sidecar"), outcomeOf(load, "direct")];
  const added = medianDifference(ours.rounds, peer.rounds);
  return {
    name: "publish to Kafka, 1 KB, 200/s",
    must: "added p95 <= 5 ms, p95 <= 8 ms",
    ratio: `added ${percentiles(added)}`,
    measured: percentiles(ours.summary),
    peer: `direct producer: ${percentiles(peer.summary)}`,
    bounds: [
      { name: "added p95", measured: added.p95, limit: 5, unit: "ms" },
      { name: "p95", measured: ours.summary.p95, limit: 8, unit: "ms" },
      noFailures(ours),
    ],
    note: `the direct producer is @platformatic/kafka with acks=all over SASL_SSL, from the same pod's network.${failureNote(ours, peer)}`,
  };
};

const lost = (sent: number, received: Summary): number => Math.max(0, sent - received.count);

const deliveryRow = ({ load, delivered, consumed }: EventRun): Row => {
  const [ours, peer] = [medianOfRounds(delivered), medianOfRounds(consumed)];
  return {
    name: "publish -> subscriber's handler, 1 KB, 200/s",
    must: "p50 <= 4 ms, p95 <= 10 ms",
    ratio: `p95 ${times(ours.p95, peer.p95)}, added ${percentiles(medianDifference(delivered, consumed))}`,
    measured: percentiles(ours),
    peer: `direct producer and consumer: ${percentiles(peer)}`,
    bounds: [
      { name: "p50", measured: ours.p50, limit: 4, unit: "ms" },
      { name: "p95", measured: ours.p95, limit: 10, unit: "ms" },
      { name: "lost events", measured: lost(outcomeOf(load, "sidecar").sent, ours), limit: 0, unit: "events" },
    ],
  };
};

const sustainedRow = async (apps: BenchApps, plan: Plan): Promise<Row> => {
  const rate = 1_000;
  const { load, delivered, consumed } = await runEvents(apps, { ...plan, rate, rounds: Math.min(plan.rounds, 3) });
  const [ours, peer] = [medianOfRounds(delivered), medianOfRounds(consumed)];
  const published = outcomeOf(load, "sidecar");
  return {
    name: "sustained events, 1 KB, 1,000/s",
    must: ">= 1,000/s with p95 <= 100 ms",
    ratio: `p95 ${times(ours.p95, peer.p95)}`,
    measured: `published ${number(published.achieved)}/s; publish -> handler ${percentiles(ours)}`,
    peer: `direct: ${number(outcomeOf(load, "direct").achieved)}/s, ${percentiles(peer)}`,
    bounds: [
      { name: "p95", measured: ours.p95, limit: 100, unit: "ms" },
      { name: "lost events", measured: lost(published.sent, ours), limit: 0, unit: "events" },
      noFailures(published),
    ],
    note: `one event a request, no bulk; the rate is kept when no event is refused or lost and the delay does not grow.${failureNote(published)}`,
  };
};

const limitRow = async (apps: BenchApps, plan: Plan): Promise<Row> => {
  const { sidecar, direct } = variants(apps);
  const job: LoadJob = { ...plan, rate: 0, workers: 32, rounds: 1, variants: {} };
  const { result, cpu } = await withCpu({}, () => apps.load({ ...job, variants: { sidecar } }));
  const ours = outcomeOf(result, "sidecar");
  const peer = outcomeOf(await apps.load({ ...job, variants: { direct } }), "direct");
  // What is still on its way would disturb what is measured next.
  await sleep(3_000);
  return {
    name: "publishing, as many as it can",
    must: "reported; far target 100,000/s",
    ratio: times(ours.achieved, peer.achieved),
    measured: `${number(ours.achieved)}/s, ${percentiles(ours.summary)}`,
    peer: `direct producer, one event a request: ${number(peer.achieved)}/s`,
    bounds: [],
    note: `32 publishers, one event a request, each handed to its subscriber too. ${cpuNote(cpu)} Bulk publishing, more cores, partitions and replicas lift it.${failureNote(ours)}`,
  };
};

/** Publishing and delivery through sidecars against a direct producer and consumer. */
export const eventRows = async (apps: BenchApps, plan: Plan): Promise<Row[]> => {
  const run = await runEvents(apps, { ...plan, rate: 200 });
  const rows = [publishRow(run), run.delivered.length > 0 ? deliveryRow(run) : undefined];
  return [
    ...rows.map((row) => row ?? unmeasured("publish -> subscriber's handler", "p95 <= 10 ms", "no event arrived")),
    await sustainedRow(apps, plan),
    await limitRow(apps, plan),
  ];
};
