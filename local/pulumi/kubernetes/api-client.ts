import * as http from "node:http";
import * as https from "node:https";
import { setTimeout as sleep } from "node:timers/promises";
import { ApiError } from "./api-error.ts";
import { manifestOf, type ApiObject } from "./api-object.ts";
import type { Connection } from "./connection.ts";

/** Where a kind lives: its plural in the path and whether it is namespaced. */
interface ApiResource {
  readonly name: string;
  readonly kind: string;
  readonly namespaced: boolean;
}

/** How long a brief outage of the apiserver, a webhook or a kind just registered is waited for, in milliseconds. */
const patience = 60_000;
const fieldManager = "pulumi-kubernetes";

/**
 * The apiserver, spoken to as plain JSON. The typed clients are of no use here: they drop fields they do not know.
 */
export class ApiClient {
  readonly namespace: string;
  readonly #resources = new Map<string, Promise<ApiResource[]>>();
  readonly #connection: Connection;
  readonly #agent: https.Agent;
  readonly #signal: AbortSignal;

  constructor(connection: Connection, signal: AbortSignal, namespace?: string) {
    this.#connection = connection;
    this.namespace = namespace ?? connection.namespace;
    this.#signal = signal;
    const { ca, cert, key, rejectUnauthorized } = connection.options;
    const trust = rejectUnauthorized === false && { rejectUnauthorized };
    this.#agent = new https.Agent({ keepAlive: true, maxSockets: 16, ca, cert, key, ...trust });
  }

  /** Throws when the apiserver does not answer within two seconds. */
  async ping(): Promise<void> {
    await this.#once("GET", "/version", undefined, 2000);
  }

  async get(object: ApiObject): Promise<ApiObject> {
    return await this.request("GET", await this.pathOf(object));
  }

  /** Server-side apply; `force` takes over fields of other managers, `dryRun` only computes the outcome. */
  async apply(object: ApiObject, options: { force?: boolean; dryRun?: boolean } = {}): Promise<ApiObject> {
    const query = new URLSearchParams({ fieldManager });
    if (options.force) query.set("force", "true");
    if (options.dryRun) query.set("dryRun", "All");
    const path = await this.pathOf(object, options.dryRun ? 0 : patience);
    return await this.request("PATCH", `${path}?${query}`, manifestOf(object));
  }

  /** Asks for the deletion; the object may live on until its finalizers are done. */
  async delete(object: ApiObject, propagationPolicy: string): Promise<void> {
    const options = { apiVersion: "v1", kind: "DeleteOptions", propagationPolicy };
    await this.request("DELETE", await this.pathOf(object), options);
  }

  async list(apiVersion: string, kind: string, namespace: string, query: Record<string, string>): Promise<ApiObject[]> {
    const path = await this.#collectionPath({ apiVersion, kind, metadata: { namespace } }, 0);
    const answer = await this.request("GET", `${path}?${new URLSearchParams(query)}`);
    return ((answer as { items?: ApiObject[] }).items ?? []).map((item) => ({ ...item, apiVersion, kind }));
  }

  /** True when objects of the kind live in a namespace. */
  async isNamespaced(object: ApiObject, wait = 0): Promise<boolean> {
    return (await this.#resourceOf(object, wait)).namespaced;
  }

  /** The REST path of an object, by API discovery. */
  async pathOf(object: ApiObject, wait = 0): Promise<string> {
    return `${await this.#collectionPath(object, wait)}/${encodeURIComponent(object.metadata.name ?? "")}`;
  }

  async #collectionPath(object: ApiObject, wait: number): Promise<string> {
    const resource = await this.#resourceOf(object, wait);
    const root = groupPath(object.apiVersion);
    if (!resource.namespaced) return `${root}/${resource.name}`;
    return `${root}/namespaces/${object.metadata.namespace ?? this.namespace}/${resource.name}`;
  }

  /** Discovery of a kind just registered lags a little behind its definition, so an absent one is asked for again. */
  async #resourceOf({ apiVersion, kind }: ApiObject, wait: number): Promise<ApiResource> {
    for (const deadline = Date.now() + wait; ; await sleep(500, undefined, { signal: this.#signal })) {
      if (!this.#resources.has(apiVersion)) this.#resources.set(apiVersion, this.#discover(apiVersion));
      const found = (await this.#resources.get(apiVersion))?.find((resource) => resource.kind === kind);
      if (found) return found;
      this.#resources.delete(apiVersion);
      if (Date.now() >= deadline) {
        throw new ApiError(404, { message: `no matches for kind ${kind} in ${apiVersion}`, reason: "NoKindMatch" });
      }
    }
  }

  async #discover(apiVersion: string): Promise<ApiResource[]> {
    try {
      const answer = await this.request("GET", groupPath(apiVersion));
      const resources = (answer as unknown as { resources: ApiResource[] }).resources;
      return resources.filter((resource) => !resource.name.includes("/"));
    } catch (error) {
      this.#resources.delete(apiVersion);
      if (error instanceof ApiError && error.code === 404) return [];
      throw error;
    }
  }

  /** One request, repeated while the apiserver is briefly away: every call made here can be repeated. */
  async request(method: string, path: string, body?: object): Promise<ApiObject> {
    for (const deadline = Date.now() + patience; ; await sleep(1000, undefined, { signal: this.#signal })) {
      try {
        return JSON.parse(await this.#once(method, path, body)) as ApiObject;
      } catch (error) {
        const transient = error instanceof ApiError ? error.transient : isConnectionError(error);
        if (!transient || Date.now() > deadline) throw error;
      }
    }
  }

  /** A text answer such as a log; not repeated. */
  async text(path: string): Promise<string> {
    return await this.#once("GET", path);
  }

  /** A request under way is never cut short, or an object could be made that nobody has recorded. */
  async #once(method: string, path: string, body?: object, timeout = 60_000): Promise<string> {
    const url = new URL(path, this.#connection.server);
    const options = { ...this.#connection.options, agent: this.#agent };
    const type = method === "PATCH" ? "application/apply-patch+yaml" : "application/json";
    const text = body === undefined ? "" : JSON.stringify(body);
    const length = { "content-type": type, "content-length": Buffer.byteLength(text) };
    const headers = { ...options.headers, accept: "application/json", ...(body && length) };
    return await new Promise((resolve, reject) => {
      const { request } = url.protocol === "http:" ? http : https;
      const sent = request(url, { ...options, method, headers, timeout }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk)).once("error", reject);
        response.once("end", () => {
          const answer = Buffer.concat(chunks).toString("utf8");
          const code = response.statusCode ?? 0;
          if (code < 400) resolve(answer);
          else reject(new ApiError(code, parseStatus(answer)));
        });
      });
      sent.once("timeout", () => sent.destroy(new Error(`no answer from ${url.host} in ${timeout} ms`)));
      sent.once("error", reject);
      sent.end(text);
    });
  }
}

function groupPath(apiVersion: string): string {
  return apiVersion.includes("/") ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
}

function parseStatus(text: string): object {
  try {
    return JSON.parse(text) as object;
  } catch {
    return { message: text.trim() };
  }
}

function isConnectionError(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  return ["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "EHOSTUNREACH"].includes(code);
}
