import { createHash, timingSafeEqual } from "node:crypto";
import type { RequestHandler } from "express";
import { Problem } from "./problem.ts";

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/**
 * Lets only the sidecar in: it sends the app's token as `dapr-api-token`.
 * @param token `APP_API_TOKEN`; undefined switches the check off
 */
export function requireAppToken(token: string | undefined): RequestHandler {
  const expected = token === undefined ? undefined : digest(token);
  return (request, _response, next) => {
    const sent = digest(request.header("dapr-api-token") ?? "");
    if (expected && !timingSafeEqual(expected, sent))
      throw new Problem(401, "This route is for the app's sidecar only.");
    next();
  };
}
