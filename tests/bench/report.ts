import { verdict, type Row } from "./row.ts";

/** Where and on what a run was made. */
export interface RunFacts {
  readonly date: string;
  readonly machine: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly seconds: number;
  /** Load average of the machine before the run: other work disturbs the figures. */
  readonly load: string;
}

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");
const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;

/** The rows as a Markdown table. */
export const toTable = (rows: readonly Row[]): string =>
  [
    line(["what", "ratio or difference", "measured", "peer in the same run", "must", "verdict"]),
    line(["---", "---", "---", "---", "---", "---"]),
    ...rows.map((row) => line([row.name, row.ratio, row.measured, row.peer, row.must, verdict(row)])),
  ].join("\n");

/** The whole report. */
export const toReport = (rows: readonly Row[], facts: RunFacts): string => {
  const notes = rows.flatMap((row) => (row.note === undefined ? [] : [`- **${row.name}**: ${row.note}`]));
  const versions = Object.entries(facts.versions).map(([name, version]) => `${name} ${version}`);
  return `# Benchmarks

<!-- Written by \`npm run bench\`. Do not edit. -->

Measured on ${facts.date}, on ${facts.machine}, in ${Math.round(facts.seconds)} s; load average before the run: ${facts.load}.
Everything (load generator, peers, apps, sidecars, Kafka, PostgreSQL, Zipkin and the Kubernetes node itself) shares these
cores.

Versions: ${versions.join(", ")}.

${toTable(rows)}

## How it is measured

Each figure stands beside a peer that ran in the same minutes: rounds of the platform and of the peer alternate
(A B A B), the first round of each is thrown away, and what is shown is the median over the rounds. Differences are
taken round by round. Load is open loop: request n is due at n / rate, and its latency counts from when it was due, so
that a stall is not hidden by the requests that it holds back; rows "as many as it can" keep 32 requests under way
instead. The load generator runs in the network namespace of the
pod, talks to the sidecar's loopback address and is not limited by the pod's CPU limit.

${notes.join("\n")}
`;
};
