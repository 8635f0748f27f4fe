import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { repositoryRoot } from "../../../local/paths.ts";
import { number, times, type Row } from "../row.ts";

const execute = promisify(execFile);
/** Beside the cluster that is measured, which a start would change. */
const cluster = "bench-start";

/** Runs the CLI to its end and returns the seconds that it took. */
const seconds = async (...args: string[]): Promise<number> => {
  const began = performance.now();
  const all = ["cli/main.ts", ...args, "--cluster", cluster];
  await execute(process.execPath, all, { cwd: repositoryRoot, maxBuffer: 2 ** 26 });
  return (performance.now() - began) / 1000;
};

/** A cluster from nothing until every sidecar is proved loaded, the same once it was stopped, and once more while it runs. */
export const warmStartRows = async (): Promise<Row[]> => {
  await seconds("destroy", "--force");
  try {
    const fresh = await seconds("up", "--json");
    await seconds("stop");
    const stopped = await seconds("up", "--json");
    const running = await seconds("up", "--json");
    return [
      {
        name: "start on a warm machine",
        must: "<= 60 s",
        measured: `a new cluster ${number(fresh)} s`,
        peer: `the same, stopped before: ${number(stopped)} s; running, nothing changed: ${number(running)} s`,
        ratio: `${times(fresh, stopped)} of a stopped one`,
        bounds: [{ name: "wall", measured: fresh, limit: 60, unit: "s" }],
        note: "everything built; until verify has proved every sidecar. A second cluster runs beside it meanwhile.",
      },
    ];
  } finally {
    await seconds("destroy", "--force");
  }
};
