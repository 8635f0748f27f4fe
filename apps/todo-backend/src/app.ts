import type { SignIn } from "@todo-platform/contracts";
import { bodyLimit, createServiceApp, requireAppToken, requireUser } from "@todo-platform/service-kit";
import type { Logger } from "@todo-platform/service-kit";
import express from "express";
import type { Express } from "express";
import type { NotifyUser } from "./events/notify-user.ts";
import { sessionRoutes } from "./routes/session-routes.ts";
import { taskRoutes } from "./routes/task-routes.ts";
import type { TaskStore } from "./stores/task-store.ts";

/** What the backend's routes need. */
export interface BackendDeps {
  readonly log: Logger;
  /** `APP_API_TOKEN`. */
  readonly appToken: string | undefined;
  readonly jwtKey: string;
  readonly demoUser: SignIn;
  readonly tasks: TaskStore;
  readonly notifyUser: NotifyUser;
}

/** The backend's API. */
export const createApp = ({ log, appToken, jwtKey, demoUser, tasks, notifyUser }: BackendDeps): Express =>
  createServiceApp({
    log,
    mount: (app) => {
      app.use("/api", requireAppToken(appToken), express.json({ limit: bodyLimit }));
      app.use("/api", sessionRoutes({ jwtKey, demoUser, tasks, notifyUser }));
      app.use("/api", requireUser(jwtKey), taskRoutes(tasks));
    },
  });
