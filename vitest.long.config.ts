import { defineConfig } from "vitest/config";

/** What takes too long for every run: faults, restarts, recovery. They use up the cluster that they are given. */
export default defineConfig({
  test: {
    allowOnly: false,
    include: ["tests/**/*.long.test.ts"],
    globalSetup: ["tests/support/platform-setup.ts"],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    fileParallelism: false,
  },
});
