import { execFile } from "node:child_process";
import { watch } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { repositoryRoot } from "../local/paths.ts";

const execute = promisify(execFile);
/** The apps of this checkout. */
export const ownApps = join(repositoryRoot, "apps");

/** Bundles apps. @default every app of `apps`, into its own `dist` */
export const bundleApps = async (apps: string, target = apps, ...names: readonly string[]): Promise<void> => {
  await execute(process.execPath, [join(apps, "build.mjs"), target, ...names]);
};

/**
 * Calls `changed` whenever a source of an app, or of what apps share, has changed; not again before that has ended. What
 * it fails with is printed: the next change may mend it.
 */
export const watchApps = (apps: string, changed: () => Promise<void>, signal: AbortSignal): void => {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  watch(apps, { recursive: true, signal }, (_event, file) => {
    if (file === null || !/\/(src|web)\//.test(file)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(changed).catch((failure: unknown) => {
        const { stderr, message } = failure as { stderr?: string; message: string };
        console.error(stderr ?? message);
      });
    }, 200);
  });
};
