import { createConnection, createServer, type Server } from "node:net";

/** Forwards a port of 127.0.0.1 to an address inside the node. */
export function forward(port: number, host: string, targetPort: number): Server {
  const server = createServer((near) => {
    const far = createConnection({ host, port: targetPort });
    near.setNoDelay(true);
    far.setNoDelay(true);
    near.pipe(far).pipe(near);
    near.on("error", () => far.destroy());
    far.on("error", () => near.destroy());
    near.on("close", () => far.destroy());
    far.on("close", () => near.destroy());
  });
  return server.listen(port, "127.0.0.1");
}
