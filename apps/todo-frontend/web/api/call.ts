import { signal } from "@preact/signals";
import { problemsByField, problemText } from "../domain/problem-text.ts";
import type { FieldProblem } from "../domain/problem-text.ts";
import { dropSession, session, sessionEnded } from "../state/session.ts";

/** An answer that is no success; `status` 0 stands for no answer. */
export class ApiError extends Error {
  readonly status: number;
  readonly problems: readonly FieldProblem[];

  constructor(status: number, message: string, problems: readonly FieldProblem[] = []) {
    super(message);
    this.status = status;
    this.problems = problems;
  }
}

export interface CallOptions {
  readonly body?: unknown;
  /** The version that is to be changed, as `If-Match`. */
  readonly version?: number;
  readonly signal?: AbortSignal;
  /** Lets the call outlive the page. */
  readonly keepalive?: boolean;
}

/** Grows with each call that no service answered. */
export const faults = signal(0);

interface ProblemBody {
  readonly detail?: string;
  readonly errors?: readonly FieldProblem[];
}

async function errorOf(response: Response): Promise<ApiError> {
  const { detail, errors } = (await response.json().catch(() => ({}))) as ProblemBody;
  return new ApiError(response.status, detail ?? "Something went wrong.", errors);
}

/**
 * Calls the API as the user who is signed in. A token that is refused ends the session.
 * @throws ApiError for a network fault and for each answer that is no success
 */
export async function call(method: string, path: string, options: CallOptions = {}): Promise<Response> {
  const { body, version, signal: aborted, keepalive } = options;
  const headers: Record<string, string> = { accept: "application/json" };
  const current = session.value;
  if (current) headers["authorization"] = `Bearer ${current.token}`;
  if (body !== undefined) headers["content-type"] = "application/json";
  if (version !== undefined) headers["if-match"] = `"${version}"`;
  const init: RequestInit = { method, headers, keepalive: keepalive ?? false };
  if (body !== undefined) init.body = JSON.stringify(body);
  if (aborted) init.signal = aborted;
  const response = await fetch(path, init).catch(() => undefined);
  if (response?.ok) return response;
  if (aborted?.aborted) throw new ApiError(0, "");
  if (!response || response.status >= 502) faults.value += 1;
  if (!response) throw new ApiError(0, "The server cannot be reached.");
  if (response.status === 401 && current && session.value === current) dropSession(sessionEnded);
  throw await errorOf(response);
}

/** {@link call}, and the JSON of its answer, which the service's contract promises. */
export async function callJson<T>(method: string, path: string, options?: CallOptions): Promise<T> {
  return (await (await call(method, path, options)).json()) as T;
}

/** What to tell of a failed call, with each field that was refused. */
export function messageOf(error: unknown): string {
  if (!(error instanceof ApiError)) return "Something went wrong.";
  const fields = error.problems.map(({ pointer, detail }) => `${pointer.slice(1)}: ${problemText(detail)}`);
  return [error.message, ...fields].join(" ");
}

/** What is wrong with each field of what was sent, by its name. */
export const problemsOfCall = (error: unknown): Readonly<Record<string, string>> =>
  error instanceof ApiError ? problemsByField(error.problems) : {};

export const statusOf = (error: unknown): number => (error instanceof ApiError ? error.status : -1);
