import { readdir, readFile } from "node:fs/promises";

/** The command of every process of the machine, its arguments divided by NUL. */
export const commandLines = async (): Promise<string[]> =>
  Promise.all(
    (await readdir("/proc"))
      .filter((entry) => /^\d+$/.test(entry))
      // One that has ended meanwhile has none.
      .map((pid) => readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "")),
  );
