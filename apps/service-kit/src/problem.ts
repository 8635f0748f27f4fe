import { STATUS_CODES } from "node:http";

/** One thing that is wrong with a request. */
export interface ProblemDetail {
  /** JSON pointer of the field, such as `/due_at`; empty for the whole body. */
  readonly pointer: string;
  readonly detail: string;
}

/** An answer of RFC 9457 (`application/problem+json`) that a handler throws. */
export class Problem extends Error {
  readonly status: number;
  readonly errors: readonly ProblemDetail[];

  constructor(status: number, detail: string, errors: readonly ProblemDetail[] = []) {
    super(detail);
    this.name = "Problem";
    this.status = status;
    this.errors = errors;
  }

  /** The body of the answer. */
  toJSON(): Record<string, unknown> {
    const body = { type: "about:blank", title: STATUS_CODES[this.status], status: this.status, detail: this.message };
    return this.errors.length > 0 ? { ...body, errors: this.errors } : body;
  }
}
