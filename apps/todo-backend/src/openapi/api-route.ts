import type { z } from "zod";

/** One route of the API as its document tells it. */
export interface ApiRoute {
  /** Unique name of the operation. */
  readonly id: string;
  readonly summary: string;
  /** Whether it is for users who are not signed in, too. @default false */
  readonly open?: boolean;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Whether `If-Match` makes it conditional; it answers 412 then. @default false */
  readonly conditional?: boolean;
  /** Statuses of success, each with what is answered; null for no body. */
  readonly answers: Readonly<Record<number, z.ZodType | null>>;
  /** Statuses of refusals beyond those that every route of its kind has. */
  readonly refusals?: readonly number[];
}

/** Routes by verb and path, such as `GET /api/tasks/{id}`. */
export type ApiRoutes = Readonly<Record<`${"GET" | "POST" | "PATCH" | "DELETE"} /api/${string}`, ApiRoute>>;
