import { expect, test } from "vitest";
import { daprdArguments } from "../../../local/standalone/daprd-arguments.ts";
import { readRunFile } from "../../../local/standalone/run-file.ts";
import type { UserError } from "../../../local/user-error.ts";

const app = {
  appID: "orders",
  appDirPath: "apps/orders",
  appPort: 8000,
  daprHTTPPort: 3500,
  daprGRPCPort: 50_001,
  daprInternalGRPCPort: 50_002,
  metricsPort: 9090,
  command: ["node", "main.js"],
};
const common = { resourcesPaths: ["resources"], maxBodySize: "1Mi", env: { LOG_LEVEL: "info", A: "1" } };

test("what a run file says for all apps holds for each, unless the app says otherwise", () => {
  const text = JSON.stringify({ version: 1, common, apps: [{ ...app, maxBodySize: "2Mi", env: { A: "2" } }] });
  expect(readRunFile(text)).toEqual([
    { ...app, resourcesPaths: ["resources"], maxBodySize: "2Mi", env: { LOG_LEVEL: "info", A: "2" } },
  ]);
});

test("every mistake of a run file is told, with its path and value", () => {
  const wrong = { ...app, command: undefined, appPort: 70_000, daprHttpPort: 1 };
  const text = JSON.stringify({ version: 2, apps: [wrong] });
  let problems: unknown;
  try {
    readRunFile(text);
  } catch (failure) {
    ({ problems } = failure as UserError);
  }
  expect(problems).toMatchObject([
    { path: "version", value: 2 },
    { path: "apps.0.appPort", value: 70_000 },
    { path: "apps.0.command" },
    { path: "apps.0", message: expect.stringContaining("daprHttpPort") },
  ]);
});

test("the sidecar is given every field that it has a flag for, and listens on loopback only", () => {
  expect(daprdArguments({ ...app, resourcesPaths: ["a", "b"], enableApiLogging: true })).toEqual([
    "--app-id=orders",
    "--app-port=8000",
    "--dapr-http-port=3500",
    "--dapr-grpc-port=50001",
    "--dapr-internal-grpc-port=50002",
    "--metrics-port=9090",
    "--enable-api-logging=true",
    "--resources-path=a",
    "--resources-path=b",
    "--dapr-internal-grpc-listen-address=127.0.0.1",
    "--metrics-listen-address=127.0.0.1",
    "--dapr-graceful-shutdown-seconds=5",
    "--log-as-json",
  ]);
});
