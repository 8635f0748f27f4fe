import { createInvoker, DaprClient } from "@todo-platform/service-kit";
import { createApp } from "../../../apps/mcp-tools/src/app.ts";
import { FakeSidecar } from "../../support/fake-sidecar.ts";
import type { Invocation } from "../../support/fake-sidecar.ts";
import { createMemoryLog } from "../../support/memory-log.ts";
import { runApp } from "../../support/running-app.ts";
import type { RunningApp } from "../../support/running-app.ts";
import { jwtKey } from "../todo-backend/backend-under-test.ts";
import type { BackendUnderTest } from "../todo-backend/backend-under-test.ts";

const hopByHop = new Set(["host", "connection", "content-length", "transfer-encoding"]);

const passTo =
  (url: string, token: string) =>
  ({ path, method, headers, body }: Invocation): Promise<Response> => {
    const passed = Object.fromEntries(Object.entries(headers).filter(([name]) => !hopByHop.has(name)));
    return fetch(url + path, { method, headers: { ...passed, "dapr-api-token": token }, ...(body ? { body } : {}) });
  };

/** Starts the tools' server between a backend and itself: the backend calls its tools, and they call the backend. */
export async function putToolsBehind(backend: BackendUnderTest): Promise<RunningApp> {
  const sidecar = await FakeSidecar.start();
  const invoker = createInvoker(new DaprClient({ port: sidecar.port }));
  const app = await runApp(createApp({ log: createMemoryLog(), appToken: "tools-token", jwtKey, invoker }));
  sidecar.invoked = passTo(backend.url, "app-token");
  const before = backend.sidecar.invoked;
  const toTools = passTo(app.url, "tools-token");
  backend.sidecar.invoked = (call) => (call.app === "mcp-tools" ? toTools(call) : before(call));
  return {
    url: app.url,
    stop: async () => {
      backend.sidecar.invoked = before;
      await app.stop();
      await sidecar.stop();
    },
  };
}
