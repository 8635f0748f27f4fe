import { createHash, randomUUID } from "node:crypto";
import type { RequestHandler, Response } from "express";
import { SignJWT, jwtVerify } from "jose";
import { Problem } from "./problem.ts";

const issuer = "todo-backend";
const audience = "todo-platform";
const userId = /^[\w.@-]{1,100}$/;

/** Lifetime of a token, in seconds: 12 hours. */
export const tokenLifetime = 12 * 60 * 60;

/** What a token stands for. */
export interface Session {
  /** Unique for each sign-in. */
  readonly id: string;
  /** When the token expires, in milliseconds since 1970. */
  readonly expires: number;
}

const keyOf = (secret: string): Uint8Array => new TextEncoder().encode(secret);

/** Signs a token (HS256) for the user whose id is `user`. */
export const signToken = (secret: string, user: string): Promise<string> =>
  new SignJWT()
    .setProtectedHeader({ alg: "HS256" })
    .setSubject(user)
    .setJti(randomUUID())
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(`${tokenLifetime}s`)
    .sign(keyOf(secret));

const invalid = "The bearer token is not valid or has expired.";

/** Earlier versions gave tokens without an id. */
const idOf = (jti: unknown, token: string): string =>
  typeof jti === "string" ? jti : createHash("sha256").update(token).digest("hex");

async function verify(secret: string, authorization: string | undefined): Promise<Session & { user: string }> {
  const token = authorization?.match(/^Bearer ([\w.-]+)$/i)?.[1];
  if (!token) throw new Problem(401, "Sign in first: the request has no bearer token.");
  const options = { algorithms: ["HS256"], issuer, audience, requiredClaims: ["exp"] };
  const verified = await jwtVerify(token, keyOf(secret), options).catch(() => undefined);
  const { sub: user, jti, exp = 0 } = verified?.payload ?? {};
  if (!user || !userId.test(user)) throw new Problem(401, invalid);
  return { user, id: idOf(jti, token), expires: exp * 1000 };
}

/**
 * Lets only requests with a valid bearer token pass; {@link userOf} then tells whose it is.
 * @param isEnded whether the user has ended this session before its token expires; never, when it is left out
 */
export const requireUser =
  (secret: string, isEnded?: (session: Session) => Promise<boolean>): RequestHandler =>
  async (request, response, next) => {
    const { user, ...session } = await verify(secret, request.header("authorization"));
    if (await isEnded?.(session)) throw new Problem(401, invalid);
    response.locals["user"] = user;
    response.locals["session"] = session;
    next();
  };

/** Id of the user who sent the request. */
export function userOf(response: Response): string {
  const user: unknown = response.locals["user"];
  if (typeof user !== "string") throw new Error("requireUser does not guard this route");
  return user;
}

/** The session that the request belongs to. */
export function sessionOf(response: Response): Session {
  const session = response.locals["session"] as Session | undefined;
  if (!session) throw new Error("requireUser does not guard this route");
  return session;
}
