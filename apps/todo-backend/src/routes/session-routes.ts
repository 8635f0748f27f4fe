import { signIn } from "@todo-platform/contracts";
import { Problem, sessionOf, signToken, tokenLifetime, userOf, validate } from "@todo-platform/service-kit";
import { Router } from "express";
import type { AttemptLimit } from "../domain/attempt-limit.ts";
import { isPassword } from "../domain/password.ts";
import type { NotifyUser } from "../events/notify-user.ts";
import type { AccountStore } from "../stores/account-store.ts";
import type { RevokedSessions } from "../stores/revoked-sessions.ts";
import type { TaskStore } from "../stores/task-store.ts";
import { refuseForNow } from "./refuse-for-now.ts";

/** What {@link sessionRoutes} needs. */
export interface SessionDeps {
  readonly jwtKey: string;
  readonly accounts: Pick<AccountStore, "find">;
  readonly attempts: AttemptLimit;
  readonly tasks: Pick<TaskStore, "recordAudit">;
  readonly notifyUser: NotifyUser;
}

/** `POST /sessions`: signs in. An unknown user is refused as slowly as a wrong password. */
export function sessionRoutes({ jwtKey, accounts, attempts, tasks, notifyUser }: SessionDeps): Router {
  const router = Router();
  router.post("/sessions", async (request, response) => {
    const sent = validate(signIn, request.body);
    const wait = attempts.begin(sent.username);
    if (wait !== undefined) refuseForNow(response, wait, "Too many attempts to sign in.");
    const account = await accounts.find(sent.username);
    const user_id = account?.username ?? "anonymous";
    if (!(await isPassword(sent.password, account?.password))) {
      await tasks.recordAudit({ action: "user.sign-in-refused", user_id, detail: "" });
      throw new Problem(401, "User name or password is wrong.");
    }
    attempts.succeeded(sent.username);
    await tasks.recordAudit({ action: "user.signed-in", user_id, detail: "" });
    const token = await signToken(jwtKey, user_id);
    notifyUser(user_id, "You have signed in.");
    response.status(201).json({ token, token_type: "Bearer", expires_in: tokenLifetime, user_id });
  });
  return router;
}

/** What {@link signOutRoute} needs. */
export interface SignOutDeps {
  readonly revoked: RevokedSessions;
  readonly tasks: Pick<TaskStore, "recordAudit">;
}

/** `DELETE /sessions/current`: signs out; the token is refused from then on, by other replicas within 10 s. */
export function signOutRoute({ revoked, tasks }: SignOutDeps): Router {
  const router = Router();
  router.delete("/sessions/current", async (_request, response) => {
    if (!(await revoked.revoke(sessionOf(response)))) {
      response.set("retry-after", "5");
      throw new Problem(503, "Signing out is not possible at the moment: the session would live on.");
    }
    await tasks.recordAudit({ action: "user.signed-out", user_id: userOf(response), detail: "" });
    response.status(204).end();
  });
  return router;
}
