import { EventEmitter } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import type { KubeConfig } from "@kubernetes/client-node";
import { PortForward } from "@kubernetes/client-node";

/** A port of a pod made reachable on a free port of 127.0.0.1. */
export interface Forwarded extends AsyncDisposable {
  /** Base address, such as `http://127.0.0.1:40123`. */
  readonly url: string;
}

/** Forwards a pod's port through the apiserver; also reaches what listens only on the pod's loopback. */
export const forwardPod = async (
  kubeconfig: KubeConfig,
  namespace: string,
  pod: string,
  port: number,
): Promise<Forwarded> => {
  const forward = new PortForward(kubeconfig);
  const server = createServer((socket) => {
    socket.on("error", () => socket.destroy());
    forward.portForward(namespace, pod, [port], socket, null, socket).then(
      // Hangs up when the pod does: otherwise a refused caller would wait for ever.
      (connection) => {
        if (connection instanceof EventEmitter) connection.once("close", () => socket.end());
      },
      () => socket.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
        server.unref();
        resolve();
      }),
  };
};
