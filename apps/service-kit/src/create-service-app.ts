import express from "express";
import type { Express, RequestHandler } from "express";
import { errorHandler } from "./error-handler.ts";
import type { Logger } from "./logger.ts";
import { timeRequests } from "./metrics.ts";
import { Problem } from "./problem.ts";
import { requestScope } from "./request-scope.ts";

/** What {@link createServiceApp} needs. */
export interface ServiceAppOptions {
  readonly log: Logger;
  /** Whether a request without a trace starts one; false by default. */
  readonly startTraces?: boolean;
  /** Adds the app's own routes. */
  readonly mount: (app: Express) => void;
}

const notFound: RequestHandler = (request) => {
  throw new Problem(404, `There is no ${request.method} ${request.path}.`);
};

/** An Express app with what all of ours share: trace and correlation id, one log line a request, problem+json errors. */
export function createServiceApp({ log, startTraces = false, mount }: ServiceAppOptions): Express {
  const app = express();
  app.disable("x-powered-by");
  app.set("etag", false);
  app.set("query parser", "simple");
  app.use(timeRequests, requestScope(log, { startTraces }));
  mount(app);
  app.use(notFound, errorHandler(log));
  return app;
}
