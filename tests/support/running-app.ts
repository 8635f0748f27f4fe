import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Express } from "express";

/** An app that listens on a free port of loopback. */
export interface RunningApp {
  readonly url: string;
  stop(): Promise<void>;
}

/** Lets `app` listen on port 0. */
export async function runApp(app: Express): Promise<RunningApp> {
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
