import { defineConfig } from "vitest/config";

const cluster = ["tests/**/*.{cluster,browser}.test.ts"];
const engine = ["tests/**/*.engine.test.ts"];
/** Run by vitest.long.config.ts. */
const long = ["tests/**/*.long.test.ts"];

export default defineConfig({
  test: {
    allowOnly: false,
    projects: [
      {
        test: {
          name: "unit",
          include: ["tests/**/*.test.ts"],
          exclude: [...cluster, ...engine, ...long],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          // One for each core; by default a core is left idle.
          maxWorkers: "100%",
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: "engine",
          include: engine,
          testTimeout: 120_000,
          hookTimeout: 180_000,
          // Each waits for servers of its own most of the time; three at a time would only slow each other down.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: "cluster",
          include: cluster,
          globalSetup: ["tests/support/platform-setup.ts"],
          testTimeout: 180_000,
          hookTimeout: 300_000,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
