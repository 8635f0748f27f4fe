import type { RequestHandler, Response } from "express";
import { SignJWT, jwtVerify } from "jose";
import { Problem } from "./problem.ts";

const issuer = "todo-backend";
const audience = "todo-platform";
const userId = /^[\w.@-]{1,100}$/;

/** Lifetime of a token, in seconds: 12 hours. */
export const tokenLifetime = 12 * 60 * 60;

const keyOf = (secret: string): Uint8Array => new TextEncoder().encode(secret);

/** Signs a token (HS256) for the user whose id is `user`. */
export const signToken = (secret: string, user: string): Promise<string> =>
  new SignJWT()
    .setProtectedHeader({ alg: "HS256" })
    .setSubject(user)
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(`${tokenLifetime}s`)
    .sign(keyOf(secret));

async function subjectOf(secret: string, authorization: string | undefined): Promise<string> {
  const token = authorization?.match(/^Bearer ([\w.-]+)$/i)?.[1];
  if (!token) throw new Problem(401, "Sign in first: the request has no bearer token.");
  const verified = await jwtVerify(token, keyOf(secret), { algorithms: ["HS256"], issuer, audience }).catch(
    () => undefined,
  );
  const subject = verified?.payload.sub;
  if (!subject || !userId.test(subject)) throw new Problem(401, "The bearer token is not valid or has expired.");
  return subject;
}

/** Lets only requests with a valid bearer token pass; {@link userOf} then tells whose it is. */
export const requireUser =
  (secret: string): RequestHandler =>
  async (request, response, next) => {
    response.locals["user"] = await subjectOf(secret, request.header("authorization"));
    next();
  };

/** Id of the user who sent the request. */
export function userOf(response: Response): string {
  const user: unknown = response.locals["user"];
  if (typeof user !== "string") throw new Error("requireUser does not guard this route");
  return user;
}
