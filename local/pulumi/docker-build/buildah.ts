import { spawn } from "node:child_process";

/** Runs buildah; throws with the end of what it printed. */
export async function buildah(args: readonly string[], input = ""): Promise<string> {
  return await new Promise((resolve, reject) => {
    const child = spawn("buildah", args);
    const [out, err]: [string[], string[]] = [[], []];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => err.push(chunk.toString()));
    child.once("error", (error) =>
      reject(new Error(`buildah cannot be run (${error.message}); apt-get install buildah`)),
    );
    child.once("close", (code) => {
      if (code === 0) resolve(out.join(""));
      else
        reject(new Error(`buildah ${args[0] ?? ""} failed:\n${err.join("").trim().split("\n").slice(-20).join("\n")}`));
    });
    child.stdin.end(input);
  });
}

/** The registry of the embedded node is reached over plain HTTP, at a private address only this machine has a route to. */
export function isNodeRegistry(reference: string): boolean {
  return /^(10\.|127\.|169\.254\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)[\d.]+:\d+\//.test(reference);
}
