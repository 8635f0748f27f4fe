import type { RawAnswer, RawRequest } from "./send-raw.ts";

/** What must hold of an answer besides the rules for all. */
export interface Allowed {
  /** Statuses of 500 and above that are documented for what is down; none by default. */
  readonly faults?: readonly number[];
  /** Whether a refusal may be an error of JSON-RPC. */
  readonly jsonRpc?: boolean;
}

const trace = /node_modules|\.[jt]s:\d+:\d+|\bat (?:async )?[\w.<>]+ \(|^\s+at /m;
/** Node itself refuses these, without a body. */
const byNode = new Set([417, 431]);

function isProblem({ status, type, text }: RawAnswer): boolean {
  if (type !== "application/problem+json; charset=utf-8") return false;
  const body = JSON.parse(text) as { status?: unknown; title?: unknown; detail?: unknown };
  return body.status === status && typeof body.title === "string" && typeof body.detail === "string";
}

/** Node takes 16 KiB of path and headers and closes the connection after a 431, which is lost when a body still comes. */
const isTooLong = ({ path, headers }: RawRequest): boolean => path.length + JSON.stringify(headers).length > 15_000;

/** Which rules an answer breaks; none, as it should be. */
export function brokenRules(
  raw: RawRequest,
  answer: RawAnswer,
  secrets: readonly string[],
  { faults = [], jsonRpc = false }: Allowed = {},
): string[] {
  const { status, text, type } = answer;
  const refused = status >= 400 && !byNode.has(status) && raw.method !== "HEAD";
  const rpc = jsonRpc && type.startsWith("application/json") && text.includes('"jsonrpc"');
  const rules: Readonly<Record<string, boolean>> = {
    "a connection is not closed without an answer": status === 0 && !isTooLong(raw),
    "no fault of ours": status >= 500 && !faults.includes(status),
    "no stack trace": trace.test(text),
    "no answer beyond 1 MiB": text.length > 1024 * 1024,
    "a refusal is problem+json": refused && !rpc && !isProblem(answer),
    ...Object.fromEntries(secrets.map((secret) => [`no secret (${secret.slice(0, 6)}…)`, text.includes(secret)])),
  };
  return Object.entries(rules).flatMap(([rule, broken]) => (broken ? [rule] : []));
}
