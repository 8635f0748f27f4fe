import { Agent, request } from "node:http";

/** A request as it goes out, with nothing made right on the way: neither the path nor the body. */
export interface RawRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Buffer | undefined;
}

/** What came back. */
export interface RawAnswer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** Longest time an answer may take, in milliseconds. */
export const answerTime = 5000;

const agent = new Agent({ keepAlive: true, maxSockets: 32, timeout: 60_000 });
/** A server that refuses a body in the middle closes the connection, before or after the answer has come. */
const torn = new Set(["ECONNRESET", "EPIPE"]);

/**
 * Sends `raw` to the server at `base`.
 * @returns status 0 for a connection that the server has closed without an answer
 * @throws Error when there is no answer within 5 s, or no server
 */
export const sendRaw = (base: string, { method, path, headers, body }: RawRequest): Promise<RawAnswer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(base);
    const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
    const all = { ...length, ...headers };
    const outgoing = request({ agent, hostname, port, method, path, headers: all }, (response) => {
      const chunks: Buffer[] = [];
      const end = (): void => {
        clearTimeout(timer);
        const type = response.headers["content-type"] ?? "";
        resolve({ status: response.statusCode ?? 0, type, text: Buffer.concat(chunks).toString("utf8") });
      };
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", end).on("error", end);
    });
    const late = (): void => void outgoing.destroy(new Error(`${method} ${path}: no answer within ${answerTime} ms`));
    const timer = setTimeout(late, answerTime);
    outgoing.on("error", (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      if (torn.has(error.code ?? "")) resolve({ status: 0, type: "", text: "" });
      else reject(error);
    });
    outgoing.end(body);
  });
