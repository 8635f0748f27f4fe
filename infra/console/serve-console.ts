import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { deadLetterPage, replayResult } from "@todo-platform/contracts";
import type { PlatformSpec } from "../model/platform-spec.ts";
import { callApp, type AppCall } from "../verify/call-app.ts";
import type { ClusterView } from "../verify/cluster-view.ts";
import { createConsole } from "./console-app.ts";
import { Observer } from "./observer.ts";

/** How the operators' page is served. */
export interface ServeArgs {
  readonly platform: PlatformSpec;
  /** Opens a view of the cluster with the rights that the page has. */
  readonly open: () => ClusterView;
  /** Asked for by the page. */
  readonly token: string;
  /** Port on 127.0.0.1; 0 takes any that is free. */
  readonly port: number;
  /** Whether it may publish dead letters again. */
  readonly mayReplay: boolean;
  /** Whether it may list the Secrets in which certificates are. */
  readonly certificates: boolean;
  /** The text of Idiomorph's module, which the page runs. */
  readonly idiomorph: string;
}

/** A page that is served. */
export interface ServedConsole {
  readonly port: number;
  /** Answers nobody any more and looks no more. */
  readonly stop: () => Promise<void>;
}

/**
 * Serves the operators' page on 127.0.0.1 and looks at the platform until it is stopped.
 * @throws Error of the server when the port cannot be taken
 */
export const serveConsole = async (args: ServeArgs): Promise<ServedConsole> => {
  const { platform, open, token, idiomorph, certificates } = args;
  const { app: keeper, route } = platform.topology.deadLetters;
  const ask = async (call: AppCall): Promise<unknown> => {
    await using view = open();
    return callApp(view, platform, keeper, call);
  };
  const deadLetters = async () =>
    deadLetterPage.parse(await ask({ method: "GET", path: `${route}?limit=1000` })).dead_letters;
  const replay = async (ids: readonly string[]) =>
    replayResult.parse(await ask({ method: "POST", path: `${route}/replay`, body: { ids } }));
  const observer = new Observer({ platform, open, deadLetters, certificates });
  const observed = () => observer.observed;
  const server = createServer(
    createConsole({ platform, token, idiomorph, observed, replay: args.mayReplay ? replay : undefined }),
  );
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(args.port, "127.0.0.1", resolve);
  });
  const first = observer.start();
  return {
    port: (server.address() as AddressInfo).port,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await first;
      await observer.stop();
    },
  };
};
