// Makes the traffic of a job; started in a pod's network namespace. The job comes on stdin, the result goes to stdout.
import { text } from "node:stream/consumers";
import { createSender, type Sender } from "./senders.ts";
import type { LoadJob, LoadResult } from "./job.ts";
import { closedLoop, openLoop, type RoundResult } from "./open-loop.ts";

const round = (job: LoadJob, sender: Sender, index: number, seconds: number): Promise<RoundResult> => {
  const send = (request: number, due: bigint): Promise<void> => sender.send(request, due, index);
  return job.workers === undefined ? openLoop(job.rate, seconds, send) : closedLoop(job.workers, seconds, send);
};

const job = JSON.parse(await text(process.stdin)) as LoadJob;
const senders = Object.entries(job.variants).map(([name, variant]) => ({ name, sender: createSender(variant) }));
const result: Record<string, RoundResult[]> = Object.fromEntries(senders.map(({ name }) => [name, []]));
for (const { sender } of job.warmUp > 0 ? senders : []) await round(job, sender, 0, job.warmUp);
for (let index = 1; index <= job.rounds; index++)
  for (const { name, sender } of senders) result[name]?.push(await round(job, sender, index, job.seconds));
for (const { sender } of senders) await sender[Symbol.asyncDispose]();
process.stdout.write(JSON.stringify(result satisfies LoadResult), () => process.exit(0));
