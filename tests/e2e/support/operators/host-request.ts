import { request as plainRequest, type IncomingMessage } from "node:http";
import { request as tlsRequest } from "node:https";
import type { TLSSocket } from "node:tls";

/** What a host of the gateway answered. */
export interface HostAnswer {
  readonly status: number | undefined;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
  /** SHA-256 of the certificate that the server showed; none over plain HTTP. */
  readonly certificate: string | undefined;
}

/** A request to a host behind a forwarded port. */
export interface HostRequest {
  /** Address of the port: `https:` asks over TLS, whatever the port forwarder calls it. */
  readonly url: URL;
  readonly host: string;
  readonly path: string;
  /** The only authority that is trusted. */
  readonly ca?: string | undefined;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

const answerOf = async (response: IncomingMessage): Promise<HostAnswer> => {
  const certificate = (response.socket as Partial<TLSSocket>).getPeerCertificate?.().fingerprint256;
  let body = "";
  for await (const text of response.setEncoding("utf8")) body += text as string;
  return { status: response.statusCode, headers: response.headers, body, certificate };
};

/** Asks as a browser would that finds the host at this port: by its name in TLS, and only if its certificate is trusted. */
export const askHost = ({
  url,
  host,
  path,
  ca,
  method = "GET",
  headers = {},
  body,
}: HostRequest): Promise<HostAnswer> =>
  new Promise((resolve, reject) => {
    const common = { host: url.hostname, port: url.port, path, method, agent: false as const, timeout: 20_000 };
    const sent =
      url.protocol === "https:"
        ? tlsRequest({ ...common, headers: { host, ...headers }, servername: host, ca })
        : plainRequest({ ...common, headers: { host, ...headers } });
    sent.on("response", (response) => answerOf(response).then(resolve, reject));
    sent.on("timeout", () => sent.destroy(new Error("no answer within 20 s"))).on("error", reject);
    if (body !== undefined) sent.setHeader("content-type", "application/json").write(JSON.stringify(body));
    sent.end();
  });
