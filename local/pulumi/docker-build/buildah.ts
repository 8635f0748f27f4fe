import { run } from "../../run.ts";

/** Runs buildah and returns what it printed; throws with the end of its messages. */
export async function buildah(args: readonly string[], input?: string): Promise<string> {
  return (await run("buildah", args, input === undefined ? {} : { input })).stdout;
}

/** The registry of the embedded node is reached over plain HTTP, at a private address only this machine has a route to. */
export function isNodeRegistry(reference: string): boolean {
  return /^(10\.|127\.|169\.254\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)[\d.]+:\d+\//.test(reference);
}
