import { session } from "./session.js";

/** An answer that is no success; `status` 0 stands for no answer. */
export class ApiError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

const textOf = (problem) => {
  const details = (problem.errors ?? []).map(({ pointer, detail }) => `${pointer.slice(1)}: ${detail}`);
  return [problem.detail ?? "Something went wrong.", ...details].join(" ");
};

/** Calls the API as the user who is signed in; a network fault and a refusal both throw an ApiError. */
export async function call(method, path, { body, version, signal } = {}) {
  const headers = { accept: "application/json" };
  const current = session();
  if (current) headers.authorization = `Bearer ${current.token}`;
  if (body) headers["content-type"] = "application/json";
  if (version) headers["if-match"] = `"${version}"`;
  let response;
  try {
    response = await fetch(path, { method, headers, body: body && JSON.stringify(body), signal });
  } catch (error) {
    throw new ApiError(0, error.name === "AbortError" ? "aborted" : "The server cannot be reached.");
  }
  if (response.ok) return response;
  throw new ApiError(response.status, textOf(await response.json().catch(() => ({}))));
}

/** {@link call}, and the JSON of its answer. */
export const callJson = async (...args) => (await call(...args)).json();
