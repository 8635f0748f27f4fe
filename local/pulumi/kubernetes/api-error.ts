/** A refusal by the apiserver: the HTTP code and its Status object. */
export class ApiError extends Error {
  readonly code: number;
  readonly reason: string;
  /** The fields the apiserver complains about, with its words. */
  readonly causes: readonly { readonly field: string; readonly message: string }[];

  constructor(code: number, status: ApiStatus) {
    super(status.message ?? `the apiserver answered ${code}`);
    this.name = "ApiError";
    this.code = code;
    this.reason = status.reason ?? "";
    this.causes = (status.details?.causes ?? []).map(({ field = "", message = "" }) => ({ field, message }));
  }

  /** A brief outage, a webhook that is not up yet or an overload: worth another try. */
  get transient(): boolean {
    if (this.code === 429 || this.code === 503 || this.code === 504) return true;
    return (
      this.code === 500 && /failed calling webhook|etcdserver|connection refused|timed? ?out|EOF/i.test(this.message)
    );
  }

  /** The change was refused because a field cannot change on an existing object. */
  get immutable(): boolean {
    const text = `${this.message} ${this.causes.map((cause) => cause.message).join(" ")}`;
    return (
      this.code === 422 &&
      /immutable|may not change|updates? to .* (is|are) forbidden|cannot change|can ?not be (changed|less)|is forbidden after/i.test(
        text,
      )
    );
  }
}

interface ApiStatus {
  readonly message?: string;
  readonly reason?: string;
  readonly details?: { readonly causes?: readonly { readonly field?: string; readonly message?: string }[] };
}
