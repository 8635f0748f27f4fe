import { Problem } from "@todo-platform/service-kit";
import type { Response } from "express";

/**
 * Refuses a request that may be sent again after `seconds`.
 * @throws Problem 429
 */
export function refuseForNow(response: Response, seconds: number, detail: string): never {
  response.set("retry-after", String(seconds));
  throw new Problem(429, detail);
}
