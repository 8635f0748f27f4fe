import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** An event that an app handed to the sidecar. */
export interface PublishedEvent {
  readonly topic: string;
  readonly key: string | null;
  readonly contentType: string;
  readonly traceparent: string | undefined;
  readonly cloudEvent: { id: string; type: string; source: string; time: string; data: Record<string, unknown> };
}

/** An entry of a bulk publish. */
interface BulkEntry {
  readonly entryId: string;
  readonly event: PublishedEvent["cloudEvent"] & { traceparent?: string; traceid?: string };
  readonly contentType: string;
  readonly metadata: Record<string, string>;
}

interface StateItem {
  key: string;
  value: unknown;
  etag?: string;
  options?: { concurrency?: string };
}

/** A call of another app, as the fake hands it to {@link FakeSidecar.invoked}. */
export interface Invocation {
  readonly app: string;
  readonly path: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** What an app asks a language model. */
export interface ConverseRequest {
  readonly inputs: readonly { readonly messages: readonly Record<string, { content?: { text: string }[] }>[] }[];
  readonly tools?: readonly unknown[];
}

/** What the echo component answers. */
export const echo = ({ inputs }: ConverseRequest): unknown => {
  const texts = inputs.flatMap(({ messages }) => messages.flatMap((message) => Object.values(message)));
  const content = texts.flatMap((message) => message.content ?? []).map(({ text }) => text);
  return { outputs: [{ choices: [{ finishReason: "stop", message: { content: content.join("\n") } }] }] };
};

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

/** A call of an output binding. */
export interface BindingCall {
  readonly name: string;
  readonly operation: string;
  readonly data: unknown;
  readonly metadata: Record<string, string>;
}

/** The part of daprd's HTTP API that the apps use, in memory; tests break it by its `down` and `refuse`. */
export class FakeSidecar {
  /** Secret name to keys. */
  readonly secrets: Record<string, Record<string, string>> = {};
  /** What the store says of a secret that it does not have. */
  missingSecret = (name: string): string => `secrets "${name}" not found`;
  readonly state = new Map<string, { value: unknown; etag: string }>();
  readonly published: PublishedEvent[] = [];
  readonly calls: string[] = [];
  readonly bindings: BindingCall[] = [];
  /** Name of each job that is scheduled to what was sent. */
  readonly jobs = new Map<string, { dueTime: string; data: unknown; overwrite?: boolean }>();
  /** Parts of the API that answer 500: state, publish, secrets, invoke, healthz, bindings, jobs, conversation. */
  readonly down = new Set<string>();
  /** Decides whether one publish fails. */
  refuse: (event: PublishedEvent) => boolean = () => false;
  /** Answers service invocations. */
  invoked: (call: Invocation) => Promise<Response> = async () => new Response("no such app", { status: 500 });
  /** Answers output bindings. */
  bound: (call: BindingCall) => Response | Promise<Response> = () => new Response(null, { status: 204 });
  /** Answers conversations, by default as the echo component does without tools. */
  converse: (request: ConverseRequest) => unknown = echo;
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch((error: unknown) => {
        response.writeHead(500).end(String(error));
      });
    });
  }

  /** Starts one on a free port of loopback. */
  static async start(): Promise<FakeSidecar> {
    const fake = new FakeSidecar();
    await new Promise<void>((resolve) => fake.#server.listen(0, "127.0.0.1", resolve));
    return fake;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://sidecar");
    const [, , part = "", ...rest] = url.pathname.split("/");
    const body = await bodyOf(request);
    this.calls.push(`${request.method} ${request.url}`);
    if (this.down.has(part)) response.writeHead(500).end('{"errorCode":"ERR_DOWN"}');
    else if (part === "healthz") response.writeHead(204).end();
    else if (part === "secrets") this.#secret(decodeURIComponent(rest[1] ?? ""), response);
    else if (part === "state") this.#state(request.method, rest, body, response);
    else if (part === "publish" && rest[0] === "bulk") this.#publishBulk(rest[2] ?? "", body, response);
    else if (part === "publish") this.#publish(request, url, rest[1] ?? "", body, response);
    else if (part === "bindings") await this.#bind(rest[0] ?? "", body, response);
    else if (part === "jobs") this.#job(request.method, decodeURIComponent(rest[0] ?? ""), body, response);
    else if (part === "conversation") response.end(JSON.stringify(this.converse(JSON.parse(body) as ConverseRequest)));
    else if (part === "invoke") await this.#invoke(request, rest, url, body, response);
    else response.writeHead(404).end();
  }

  #secret(name: string, response: ServerResponse): void {
    const secret = this.secrets[name];
    const message = `failed getting secret with key ${name} from secret store fake: ${this.missingSecret(name)}`;
    const body = secret ?? { errorCode: "ERR_SECRET_GET", message };
    response.writeHead(secret ? 200 : 500, { "content-type": "application/json" }).end(JSON.stringify(body));
  }

  #state(method: string | undefined, [, name]: string[], body: string, response: ServerResponse): void {
    const key = decodeURIComponent(name ?? "");
    if (method === "POST" && key === "bulk") {
      const { keys } = JSON.parse(body) as { keys: string[] };
      const found = keys.map((each) => {
        const entry = this.state.get(each);
        return entry ? { key: each, data: entry.value, etag: entry.etag } : { key: each };
      });
      response.writeHead(200).end(JSON.stringify(found));
      return;
    }
    if (method === "GET") {
      const entry = this.state.get(key);
      if (entry) response.writeHead(200, { etag: entry.etag }).end(JSON.stringify(entry.value));
      else response.writeHead(204).end();
      return;
    }
    if (method === "DELETE") {
      this.state.delete(key);
      response.writeHead(204).end();
      return;
    }
    for (const item of JSON.parse(body) as StateItem[]) {
      const current = this.state.get(item.key);
      if (item.etag !== undefined && current?.etag !== item.etag) {
        response.writeHead(409).end('{"errorCode":"ERR_STATE_SAVE"}');
        return;
      }
      if (item.etag === undefined && item.options?.concurrency === "first-write" && current) {
        response.writeHead(500).end('{"errorCode":"ERR_STATE_SAVE","message":"no item was updated"}');
        return;
      }
      this.state.set(item.key, { value: item.value, etag: randomUUID() });
    }
    response.writeHead(204).end();
  }

  #publish(request: IncomingMessage, url: URL, topic: string, body: string, response: ServerResponse): void {
    const event: PublishedEvent = {
      topic,
      key: url.searchParams.get("metadata.partitionKey"),
      contentType: request.headers["content-type"] ?? "",
      traceparent: request.headers["traceparent"] as string | undefined,
      cloudEvent: JSON.parse(body) as PublishedEvent["cloudEvent"],
    };
    if (this.refuse(event)) {
      response.writeHead(500).end('{"errorCode":"ERR_PUBSUB_PUBLISH_MESSAGE"}');
      return;
    }
    this.published.push(event);
    response.writeHead(204).end();
  }

  /** As with Kafka, the events behind a refused one of the same key fail with it. */
  #publishBulk(topic: string, body: string, response: ServerResponse): void {
    const failedKeys = new Set<string | null>();
    const failedEntries = (JSON.parse(body) as BulkEntry[]).flatMap(({ entryId, event, contentType, metadata }) => {
      const { traceparent, ...cloudEvent } = event;
      delete cloudEvent.traceid;
      const key = metadata["partitionKey"] ?? null;
      const published: PublishedEvent = { topic, key, contentType, traceparent, cloudEvent };
      if (failedKeys.has(key) || this.refuse(published)) {
        failedKeys.add(key);
        return [{ entryId, error: "refused" }];
      }
      this.published.push(published);
      return [];
    });
    if (failedEntries.length === 0) response.writeHead(204).end();
    else response.writeHead(500).end(JSON.stringify({ failedEntries, errorCode: "ERR_PUBSUB_PUBLISH_MESSAGE" }));
  }

  async #bind(name: string, body: string, response: ServerResponse): Promise<void> {
    const call = { name, ...(JSON.parse(body) as Omit<BindingCall, "name">) };
    const answer = await this.bound(call);
    if (answer.ok) this.bindings.push(call);
    response.writeHead(answer.status).end(await answer.text());
  }

  #job(method: string | undefined, name: string, body: string, response: ServerResponse): void {
    if (method === "DELETE") this.jobs.delete(name);
    else this.jobs.set(name, JSON.parse(body) as { dueTime: string; data: unknown });
    response.writeHead(204).end();
  }

  async #invoke(
    request: IncomingMessage,
    [app = "", , ...path]: string[],
    url: URL,
    body: string,
    response: ServerResponse,
  ): Promise<void> {
    const headers = request.headers as Record<string, string>;
    const call = { app, path: `/${path.join("/")}${url.search}`, method: request.method ?? "GET", headers, body };
    const answer = await this.invoked(call);
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(Buffer.from(await answer.arrayBuffer()));
  }
}
