import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const isLast = ({ moduleId }: TestSpecification): number => Number(moduleId.endsWith("/destroy.long.test.ts"));

/** By name, and the file that removes the cluster comes last. */
class DestroyLast extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve([...files].sort((a, b) => isLast(a) - isLast(b) || a.moduleId.localeCompare(b.moduleId)));
  }
}

/** What takes too long for every run: faults, restarts, recovery. They use up the cluster that they are given. */
export default defineConfig({
  test: {
    allowOnly: false,
    include: ["tests/**/*.long.test.ts"],
    globalSetup: ["tests/support/platform-setup.ts"],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    fileParallelism: false,
    sequence: { sequencer: DestroyLast },
  },
});
