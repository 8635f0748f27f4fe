import type { RequestedChange } from "../report.ts";

const gigabytes = (bytes: number): string => `${Math.round((bytes / 2 ** 30) * 100) / 100} GiB`;
const cores = (value: number): string => `${Math.round(value * 1000) / 1000}`;

const signed = (before: number, after: number, show: (value: number) => string): string =>
  after === before ? "same" : `${after > before ? "+" : "-"}${show(Math.abs(after - before))}`;

/** What is asked of the cluster: name, before, afterwards, difference. */
export const requestRows = ({ before, after }: RequestedChange): readonly (readonly string[])[] => [
  ["CPU (cores)", cores(before.cpu), cores(after.cpu), signed(before.cpu, after.cpu, cores)],
  ["memory", gigabytes(before.memory), gigabytes(after.memory), signed(before.memory, after.memory, gigabytes)],
  ["storage", gigabytes(before.storage), gigabytes(after.storage), signed(before.storage, after.storage, gigabytes)],
  ["pods", String(before.pods), String(after.pods), signed(before.pods, after.pods, String)],
  ...(before.nodes + after.nodes === 0
    ? []
    : [["nodes", String(before.nodes), String(after.nodes), signed(before.nodes, after.nodes, String)]]),
];
