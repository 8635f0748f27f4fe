import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Topology } from "../../../apps/contracts/src/topology.ts";
import { checkPlatform } from "../../../infra/model/checks/check-platform.ts";
import { defaultService } from "../../../infra/model/service.ts";
import { targets } from "../../../infra/model/targets.ts";
import { todoPlatform } from "../../../infra/model/todo.ts";
import { repositoryRoot } from "../../../local/paths.ts";
import { run } from "../../../local/run.ts";
import { number, times, type Row } from "../row.ts";
import { median } from "../statistics.ts";

type PlatformSpec = Parameters<typeof checkPlatform>[0];

/**
 * A platform of `size` apps and half as many topics, each of which ten apps read; each app calls another and reads a
 * secret: 1,000 apps have 500 topics and 5,000 subscriptions.
 */
export const generatedPlatform = (size: number): PlatformSpec => {
  const apps = Array.from({ length: size }, (_, index) => `app-${index}`);
  const after = (index: number, steps = 1): string => apps[(index + steps) % size] ?? "";
  const readers = (index: number, topic: string) =>
    Object.fromEntries(Array.from({ length: 10 }, (_, step) => [after(index, step), { route: `/${topic}` }]));
  const of = <T>(make: (app: string, index: number) => [string, T]): Record<string, T> =>
    Object.fromEntries(apps.map(make));
  const topology: Topology = {
    apps: of((app, index) => [app, { port: 8_000 + (index % 1_000) }]),
    topics: Object.fromEntries(
      apps
        .filter((_, index) => index % 2 === 0)
        .map((app, index) => [
          `events-of-${app}`,
          {
            events: [`${app}.created`, `${app}.changed`],
            publishers: [app],
            subscribers: readers(2 * index, `events-of-${app}`),
          },
        ]),
    ),
    deadLetters: { app: "app-0", route: "/dead-letters" },
    invocations: apps.map((app, index) => ({ from: app, to: after(index), path: "/api/**", verbs: ["GET", "POST"] })),
    stateStores: { statestore: { apps: apps.slice(0, 6) } },
    secrets: of((app) => [`secret-of-${app}`, { keys: ["key"], apps: [app] }]),
    bindings: {
      mail: { apps: ["app-0"], direction: "output" },
      push: { apps: ["app-0"], direction: "output" },
    },
    buildingBlocks: { assistant: { apps: ["app-0"] } },
  };
  return {
    ...todoPlatform(targets.local),
    topology,
    existingSecrets: Object.keys(topology.secrets),
    services: of((app) => [app, { ...defaultService }]),
  };
};

/** Milliseconds of a check; a platform that is refused would be checked less. */
const check = (platform: PlatformSpec): number => {
  const start = performance.now();
  const problems = checkPlatform(platform).filter(({ severity }) => severity === "error");
  const taken = performance.now() - start;
  if (problems.length > 0)
    throw new Error(`the generated platform is refused: ${problems[0]?.path} ${problems[0]?.message}`);
  return taken;
};

/** Milliseconds of an import in a new process. */
const importOf = async (file: string, cache: string): Promise<number> => {
  const program = `const start = performance.now(); await import(${JSON.stringify(file)}); console.log(performance.now() - start);`;
  const env = { ...process.env, NODE_COMPILE_CACHE: cache };
  return Number((await run(process.execPath, ["--input-type=module", "-e", program], { env })).stdout);
};

/** Importing the model, which knows every component type, and nothing but zod. */
const importRow = async (): Promise<Row> => {
  const cache = await mkdtemp(join(tmpdir(), "todo-platform-bench-"));
  const model = join(repositoryRoot, "infra/model/todo.ts");
  const taken: number[] = [];
  const zod: number[] = [];
  for (let round = 0; round < 7; round++) {
    taken.push(await importOf(model, cache));
    zod.push(await importOf("zod", cache));
  }
  await rm(cache, { recursive: true });
  // The first round fills the cache of compiled sources, as the first command after a change does.
  const [first = Number.NaN, ...later] = taken;
  return {
    name: "import of the model",
    must: "<= 150 ms",
    ratio: times(median(later), median(zod.slice(1))),
    measured: `${number(median(later))} ms; after a change of every file ${number(first)} ms`,
    peer: `zod alone: ${number(median(zod.slice(1)))} ms`,
    bounds: [{ name: "import", measured: median(later), limit: 150, unit: "ms" }],
    note: "in a new process with the cache of compiled sources that `npm start` uses; no component's data is read yet.",
  };
};

/** Checking the model of ever larger platforms. */
const checkRow = (): Row => {
  const sizes = [10, 100, 500, 1_000] as const;
  const taken = new Map<number, number[]>(sizes.map((size) => [size, []]));
  const platforms = new Map(sizes.map((size) => [size, generatedPlatform(size)] as const));
  for (let round = 0; round < 5; round++)
    for (const [size, platform] of platforms) taken.get(size)?.push(check(platform));
  const of = (size: number): number => median(taken.get(size) ?? []);
  // Growth from 500 to 1,000 apps, where fixed costs no longer hide it: 2 is linear, 4 is quadratic.
  const growth = of(1_000) / of(500);
  return {
    name: "model check of 1,000 apps",
    must: "<= 1 s; growth linear (500 topics, 5,000 subscriptions)",
    ratio: `${times(of(1_000), of(100))} of 100 apps, ${times(of(1_000), of(500))} of 500`,
    measured: `${number(of(1_000))} ms`,
    peer: `the same check of 10, 100 and 500 apps: ${[10, 100, 500].map((size) => number(of(size))).join(", ")} ms`,
    bounds: [
      { name: "1,000 apps", measured: of(1_000), limit: 1_000, unit: "ms" },
      { name: "growth from 500 to 1,000", measured: growth, limit: 2.5, unit: "times" },
    ],
    note: "generated: half of the apps publish a topic that ten apps receive; each calls another and reads a secret.",
  };
};

/** What the model costs before anything is applied. */
export const modelRows = async (): Promise<Row[]> => [await importRow(), checkRow()];
