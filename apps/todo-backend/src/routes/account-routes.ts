import { accountChange, newAccount } from "@todo-platform/contracts";
import { Problem, userOf, validate } from "@todo-platform/service-kit";
import { Router } from "express";
import type { Response } from "express";
import type { AttemptLimit } from "../domain/attempt-limit.ts";
import { hashPassword } from "../domain/password.ts";
import type { Account, AccountStore } from "../stores/account-store.ts";
import type { TaskStore } from "../stores/task-store.ts";
import { refuseForNow } from "./refuse-for-now.ts";

/** What {@link signUpRoute} needs. */
export interface SignUpDeps {
  readonly accounts: AccountStore;
  readonly attempts: AttemptLimit;
  readonly tasks: Pick<TaskStore, "recordAudit">;
}

/** Nobody signs up under a name that events and logs use for somebody else. */
const reserved = new Set(["anonymous", "system"]);

const send = (response: Response, account: Account | undefined, status = 200): void => {
  if (!account) throw new Problem(404, "There is no account for this user.");
  response.status(status).json({ user_id: account.username, email: account.email });
};

/** `POST /accounts`: signs up. */
export function signUpRoute({ accounts, attempts, tasks }: SignUpDeps): Router {
  const router = Router();
  router.post("/accounts", async (request, response) => {
    const { username, password, email } = validate(newAccount, request.body);
    const wait = attempts.begin(username);
    if (wait !== undefined) refuseForNow(response, wait, "Too many attempts to sign up.");
    const isTaken = reserved.has(username.toLowerCase()) || (await accounts.find(username)) !== undefined;
    const account = { username, email, password: isTaken ? "" : await hashPassword(password) };
    if (isTaken || !(await accounts.create(account))) throw new Problem(409, "This user name is taken.");
    attempts.succeeded(username);
    await tasks.recordAudit({ action: "user.signed-up", user_id: username, detail: "" });
    send(response, account, 201);
  });
  return router;
}

/** `/account`: the account of the user who sends the request. */
export function accountRoutes(accounts: AccountStore): Router {
  const router = Router();
  router.get("/account", async (_request, response) => {
    send(response, await accounts.find(userOf(response)));
  });
  router.patch("/account", async (request, response) => {
    const change = validate(accountChange, request.body);
    send(response, await accounts.change(userOf(response), change));
  });
  return router;
}
