import type { Invoker } from "@todo-platform/service-kit";

/** A tool as a language model sees it. */
export interface ToolDescription {
  readonly name: string;
  readonly description: string;
  /** JSON Schema of the arguments. */
  readonly parameters: object;
}

/** What a tool answered. */
export interface ToolAnswer {
  readonly ok: boolean;
  readonly text: string;
}

/** The tools of one user. */
export interface Tools {
  list(): Promise<readonly ToolDescription[]>;
  call(name: string, args: Readonly<Record<string, unknown>>): Promise<ToolAnswer>;
}

/** Address of the tools' server as the protocol wants one; what is sent to it goes through the sidecar. */
const server = new URL("http://mcp-tools/mcp");

const throughSidecar =
  (invoker: Invoker, authorization: string): ((url: string | URL, init?: RequestInit) => Promise<Response>) =>
  async (_, init = {}) => {
    // There are no sessions, so neither a stream to open nor one to end.
    if (init.method !== "POST" || typeof init.body !== "string") return new Response(null, { status: 405 });
    const headers = { ...Object.fromEntries(new Headers(init.headers)), authorization };
    return invoker.invoke("mcp-tools", "/mcp", "POST", { headers, body: init.body, expect: () => true });
  };

/**
 * Runs `work` with the tools of mcp-tools, spoken to by the Model Context Protocol over service invocation.
 * @param authorization of the user on whose tasks the tools work
 */
export async function withTools<T>(
  invoker: Invoker,
  authorization: string,
  work: (tools: Tools) => Promise<T>,
): Promise<T> {
  // Loaded when somebody chats: most requests never need it.
  const { Client, StreamableHTTPClientTransport } = await import("@modelcontextprotocol/client");
  const client = new Client({ name: "todo-backend", version: "1.0.0" });
  await client.connect(new StreamableHTTPClientTransport(server, { fetch: throughSidecar(invoker, authorization) }));
  try {
    return await work({
      async list() {
        const { tools } = await client.listTools();
        return tools.map(({ name, description = "", inputSchema }) => ({ name, description, parameters: inputSchema }));
      },
      async call(name, args) {
        const { content, isError } = await client.callTool({ name, arguments: { ...args } });
        const texts = content.flatMap((part) => (part.type === "text" ? [part.text] : []));
        return { ok: isError !== true, text: texts.join("\n") };
      },
    });
  } finally {
    await client.close();
  }
}
