import type { ServiceStatus } from "@todo-platform/contracts";
import { bodyLimit, createServiceApp, requireAppToken, requireUser } from "@todo-platform/service-kit";
import type { Invoker, Logger, Session } from "@todo-platform/service-kit";
import express from "express";
import type { Express, Router } from "express";
import { chatRoutes } from "./assistant/chat-routes.ts";
import type { ConversationStore } from "./assistant/conversation-store.ts";
import type { LanguageModel } from "./assistant/language-model.ts";
import { AttemptLimit } from "./domain/attempt-limit.ts";
import type { FollowUps } from "./events/follow-ups.ts";
import type { NotifyUser } from "./events/notify-user.ts";
import { accountRoutes, signUpRoute } from "./routes/account-routes.ts";
import { internalRoutes } from "./routes/internal-routes.ts";
import { limitRequests } from "./routes/limit-requests.ts";
import { openapiRoute } from "./routes/openapi-route.ts";
import { recurringRoutes } from "./routes/recurring-routes.ts";
import { sessionRoutes, signOutRoute } from "./routes/session-routes.ts";
import { statusRoutes } from "./routes/status-routes.ts";
import { taskRoutes } from "./routes/task-routes.ts";
import type { AccountStore } from "./stores/account-store.ts";
import type { RequestCounts } from "./stores/request-counts.ts";
import type { RevokedSessions } from "./stores/revoked-sessions.ts";
import type { SeriesStore } from "./stores/series-store.ts";
import type { TaskStore } from "./stores/task-store.ts";

/** What the backend's routes need. */
export interface BackendDeps {
  readonly log: Logger;
  /** `APP_API_TOKEN`. */
  readonly appToken: string | undefined;
  readonly jwtKey: string;
  readonly tasks: TaskStore;
  readonly series: SeriesStore;
  readonly accounts: AccountStore;
  readonly revoked: RevokedSessions;
  readonly requestCounts: RequestCounts;
  /** Requests of one user a minute. */
  readonly requestLimit: number;
  readonly invoker: Invoker;
  readonly notifyUser: NotifyUser;
  readonly followUps: FollowUps;
  readonly status: () => Promise<ServiceStatus>;
  readonly conversations: ConversationStore;
  readonly model: LanguageModel;
}

function publicRoutes(deps: BackendDeps): Router[] {
  const attempts = new AttemptLimit();
  return [sessionRoutes({ ...deps, attempts }), signUpRoute({ ...deps, attempts }), openapiRoute()];
}

const userRoutes = (deps: BackendDeps): Router[] => [
  taskRoutes(deps.tasks, deps.followUps),
  recurringRoutes(deps.tasks, deps.invoker),
  accountRoutes(deps.accounts),
  signOutRoute(deps),
  statusRoutes(deps.status),
  chatRoutes(deps),
];

/** The backend's API: `/api` for users, `/internal` for other apps. */
export const createApp = (deps: BackendDeps): Express =>
  createServiceApp({
    log: deps.log,
    mount: (app) => {
      const guard = [requireAppToken(deps.appToken), express.json({ limit: bodyLimit })];
      const isEnded = (session: Session): Promise<boolean> => deps.revoked.isRevoked(session);
      app.use("/internal", guard, internalRoutes(deps));
      app.use("/api", guard, publicRoutes(deps));
      app.use(
        "/api",
        requireUser(deps.jwtKey, isEnded),
        limitRequests(deps.requestCounts, deps.requestLimit),
        userRoutes(deps),
      );
    },
  });
