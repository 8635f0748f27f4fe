import { userOf } from "@todo-platform/service-kit";
import type { RequestHandler } from "express";
import type { RequestCounts } from "../stores/request-counts.ts";
import { refuseForNow } from "./refuse-for-now.ts";

/**
 * Refuses what a user sends beyond the limit, and tells in the headers `RateLimit-Policy` and `RateLimit` how much is
 * left (draft-ietf-httpapi-ratelimit-headers).
 */
export const limitRequests =
  (counts: RequestCounts, limit: number): RequestHandler =>
  (_request, response, next) => {
    const user = userOf(response);
    const { count, left } = counts.add(user);
    const seconds = Math.max(1, Math.ceil(left / 1000));
    response.set("ratelimit-policy", `"user";q=${limit};w=60`);
    response.set("ratelimit", `"user";r=${Math.max(0, limit - count)};t=${seconds}`);
    if (count > limit) {
      counts.takeBack(user);
      refuseForNow(response, seconds, `More than ${limit} requests a minute.`);
    }
    next();
  };
