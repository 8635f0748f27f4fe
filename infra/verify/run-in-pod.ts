import type { EventEmitter } from "node:events";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { Exec, type KubeConfig, type V1Status } from "@kubernetes/client-node";

/** A shell script and where it runs. */
export interface PodScript {
  readonly namespace: string;
  readonly pod: string;
  readonly container: string;
  readonly script: string;
}

/** Longest time that a script may take. */
const timeoutMs = 30_000;

/**
 * Runs a script in a container and returns what it printed.
 * @throws Error with what it printed as errors, when it fails or takes longer than 30 s
 */
export const runInPod = async (
  kubeconfig: KubeConfig,
  { namespace, pod, container, script }: PodScript,
): Promise<string> => {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const [printed, errors] = [text(stdout), text(stderr)];
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no end within ${timeoutMs / 1000} s`)), timeoutMs);
  });
  const status = new Promise<V1Status>((resolve, reject) => {
    new Exec(kubeconfig)
      .exec(namespace, pod, container, ["/bin/sh", "-c", script], stdout, stderr, null, false, resolve)
      .then((socket: unknown) => {
        (socket as EventEmitter).on("close", () => reject(new Error("the connection to the pod ended")));
      }, reject);
  });
  try {
    const { status: outcome, message } = await Promise.race([status, late]);
    stdout.end();
    stderr.end();
    if (outcome !== "Success") throw new Error(`${message ?? "failed"}: ${(await errors).trim().slice(-300)}`);
    return await printed;
  } finally {
    clearTimeout(timer);
  }
};
