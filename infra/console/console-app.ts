import { timingSafeEqual } from "node:crypto";
import express, { type Express, type NextFunction, type Request, type Response } from "express";
import { platformGraph } from "../graph/platform-graph.ts";
import { layOut } from "../graph/layout.ts";
import { toSvg } from "../graph/svg.ts";
import type { PlatformSpec } from "../model/platform-spec.ts";
import type { Observed } from "./observation.ts";
import { toMarks } from "./health.ts";
import { assets, page } from "./views/page.ts";
import { panels } from "./views/panels.ts";

/** What the operators' page is made of. */
export interface ConsoleArgs {
  readonly platform: PlatformSpec;
  /** Shown once in the address; afterwards a cookie. */
  readonly token: string;
  readonly observed: () => Observed;
  /** The text of Idiomorph's module: node_modules is not everywhere. */
  readonly idiomorph: string;
  /** Publishes dead letters again. @default the page only reads */
  readonly replay?: ((ids: readonly string[]) => Promise<unknown>) | undefined;
}

const cookieName = "todo-platform-console";

const headers = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "cache-control": "no-store",
};

const isSame = (given: string, wanted: string): boolean => {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
};

const cookieOf = ({ headers: { cookie = "" } }: Request): string =>
  cookie
    .split(";")
    .map((part) => part.trim().split("="))
    .find(([name]) => name === cookieName)?.[1] ?? "";

/** Only this machine's own names: another page must not reach this one by a name that it has let point here. */
const isOwnName = (host: string | undefined): boolean => /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host ?? "");

const guard =
  (token: string) =>
  (request: Request, response: Response, next: NextFunction): void => {
    response.set(headers);
    const shown = request.query["token"];
    if (!isOwnName(request.headers.host)) {
      response.status(421).type("text/plain").send("This page is for this machine only.\n");
    } else if (request.method === "GET" && request.path === "/" && typeof shown === "string" && isSame(shown, token)) {
      response.cookie(cookieName, token, { httpOnly: true, sameSite: "strict" }).redirect("/");
    } else if (isSame(cookieOf(request), token)) next();
    else response.status(401).type("text/plain").send("Open the address that todo-platform console has printed.\n");
  };

/** Another site can send no JSON without being asked first, and nobody answers that. */
const replayRoute =
  (replay: NonNullable<ConsoleArgs["replay"]>) =>
  async (request: Request, response: Response): Promise<void> => {
    const { ids } = (request.body ?? {}) as { ids?: unknown };
    if (!Array.isArray(ids) || ids.length === 0 || !ids.every((id) => typeof id === "string")) {
      response.status(400).json({ error: "name the ids" });
      return;
    }
    try {
      response.json(await replay(ids));
    } catch (failure) {
      response.status(502).json({ error: (failure as Error).message });
    }
  };

/** The operators' page as an Express app: reads only, unless it is given a way to replay. */
export const createConsole = ({ platform, token, observed, idiomorph, replay }: ConsoleArgs): Express => {
  const app = express();
  const graph = platformGraph(platform);
  const { width, height } = layOut(graph);
  app.disable("x-powered-by");
  app.use(guard(token));
  app.get("/", (_request, response) => response.type("html").send(page(platform.namespace)));
  for (const [name, text] of Object.entries({ ...assets, "idiomorph.js": idiomorph }))
    app.get(`/${name}`, (_request, response) => response.type(name.split(".")[1] ?? "").send(text));
  // A picture has its own style inside; it is shown as an image, so nothing in it can run.
  app.get("/graph.svg", (_request, response) =>
    response
      .set("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'")
      .type("svg")
      .send(toSvg(graph, `Graph of ${platform.namespace}`, toMarks(observed()))),
  );
  app.get("/panels", (_request, response) => {
    const body = panels(observed(), { now: Date.now(), mayReplay: replay !== undefined, graph: { width, height } });
    response.type("html").send(body.text);
  });
  app.get("/api/observed", (_request, response) => response.json(observed()));
  if (replay !== undefined) app.post("/replay", express.json({ limit: "64kb" }), replayRoute(replay));
  return app;
};
