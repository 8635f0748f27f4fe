import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { KubeConfig } from "@kubernetes/client-node";
import { createLogger, onStopSignal } from "@todo-platform/service-kit";
import { serveConsole } from "../../../infra/console/serve-console.ts";
import {
  operatorsPageFolders,
  operatorsPageHealthPort,
  operatorsPageName,
  operatorsPagePort,
} from "../../../infra/model/operators-page/operators-page.ts";
import type { PlatformSpec } from "../../../infra/model/platform-spec.ts";
import { ClusterView } from "../../../infra/verify/cluster-view.ts";

const read = (folder: string, file: string): string => readFileSync(join(folder, file), "utf8");

const log = createLogger(operatorsPageName, process.env["LOG_LEVEL"] || "info");
const platform = JSON.parse(read(operatorsPageFolders.platform, "platform.json")) as PlatformSpec;

/** As the pod's ServiceAccount, whose token changes from time to time. */
const open = (): ClusterView => {
  const kubeconfig = new KubeConfig();
  kubeconfig.loadFromCluster();
  return new ClusterView(kubeconfig, platform.namespace);
};

const served = await serveConsole({
  platform,
  open,
  token: read(operatorsPageFolders.token, "token"),
  port: operatorsPagePort,
  mayReplay: process.env["ALLOW_REPLAY"] === "true",
  // They lie beside private keys, which its ServiceAccount may not read.
  certificates: false,
  idiomorph: read(import.meta.dirname, "idiomorph.esm.js"),
});
const health = createServer((request, response) => {
  response.writeHead(request.url === "/health" ? 200 : 404).end();
});
health.listen(operatorsPageHealthPort, () => log.info(`page on 127.0.0.1:${served.port}`));
onStopSignal(log, async () => {
  health.close();
  await served.stop();
});
