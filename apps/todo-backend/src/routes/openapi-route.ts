import { Router } from "express";

/** `GET /openapi.json`: the API's own description. What makes it is loaded when it is first asked for. */
export function openapiRoute(): Router {
  const router = Router();
  let document: Promise<object> | undefined;
  router.get("/openapi.json", async (_request, response) => {
    document ??= import("../openapi/create-document.ts").then(({ createApiDocument }) => createApiDocument());
    response.json(await document);
  });
  return router;
}
