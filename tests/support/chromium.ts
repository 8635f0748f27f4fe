import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Debian's Chromium. */
export const chromiumPath = "/usr/bin/chromium";

/** Flags without which Chromium, run as root in a closed network, does not start or talks to the outside. */
export const chromiumFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Installs Debian's package chromium when it is missing, and says so. */
export const ensureChromium = (): void => {
  if (existsSync(chromiumPath)) return;
  console.error("Installing Debian's package chromium for the browser tests (no service is started) ...");
  for (const args of [
    ["update", "-qq"],
    ["install", "-y", "-qq", "--no-install-recommends", "chromium"],
  ]) {
    const { status, stderr } = spawnSync("apt-get", args, {
      encoding: "utf8",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
    if (status !== 0)
      throw new Error(
        `apt-get ${args.join(" ")} failed: ${stderr.trim()}\nInstall chromium by hand and run npm test again.`,
      );
  }
};
