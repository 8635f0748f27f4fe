import type { EventEmitter } from "node:events";
import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { Exec, type KubeConfig, type V1Status } from "@kubernetes/client-node";

/** A command and where it runs. */
export interface PodCommand {
  readonly namespace: string;
  readonly pod: string;
  readonly container: string;
  readonly command: readonly string[];
  /** Text for its standard input. @default none */
  readonly input?: string;
}

/** Longest time that a command may take. */
const timeoutMs = 30_000;

/**
 * Runs a command in a container and returns what it printed.
 * @throws Error with what it printed as errors, when it fails or takes longer than 30 s
 */
export const runInPod = async (
  kubeconfig: KubeConfig,
  { namespace, pod, container, command, input }: PodCommand,
): Promise<string> => {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const [printed, errors] = [text(stdout), text(stderr)];
  const stdin = input === undefined ? null : Readable.from([input]);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no end within ${timeoutMs / 1000} s`)), timeoutMs);
  });
  const status = new Promise<V1Status>((resolve, reject) => {
    new Exec(kubeconfig)
      .exec(namespace, pod, container, [...command], stdout, stderr, stdin, false, resolve)
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
