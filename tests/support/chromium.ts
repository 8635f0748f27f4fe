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
