import { createHash, timingSafeEqual } from "node:crypto";
import { signIn } from "@todo-platform/contracts";
import type { SignIn } from "@todo-platform/contracts";
import { Problem, signToken, tokenLifetime, validate } from "@todo-platform/service-kit";
import { Router } from "express";
import type { NotifyUser } from "../events/notify-user.ts";
import type { TaskStore } from "../stores/task-store.ts";

/** What {@link sessionRoutes} needs. */
export interface SessionDeps {
  readonly jwtKey: string;
  readonly demoUser: SignIn;
  readonly tasks: Pick<TaskStore, "recordAudit">;
  readonly notifyUser: NotifyUser;
}

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
const same = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));

/** `POST /sessions`: signs in. */
export function sessionRoutes({ jwtKey, demoUser, tasks, notifyUser }: SessionDeps): Router {
  const router = Router();
  router.post("/sessions", async (request, response) => {
    const sent = validate(signIn, request.body);
    const known = same(sent.username, demoUser.username);
    const right = same(sent.password, demoUser.password);
    const user_id = known ? demoUser.username : "anonymous";
    if (!known || !right) {
      await tasks.recordAudit({ action: "user.sign-in-refused", user_id, detail: "" });
      throw new Problem(401, "User name or password is wrong.");
    }
    await tasks.recordAudit({ action: "user.signed-in", user_id, detail: "" });
    const token = await signToken(jwtKey, user_id);
    notifyUser(user_id, "You have signed in.");
    response.status(201).json({ token, token_type: "Bearer", expires_in: tokenLifetime, user_id });
  });
  return router;
}
