import { account, newAccount, newTask, session, task, taskChange, taskPage } from "@todo-platform/contracts";
import { z } from "zod";
import { createDocument } from "zod-openapi";
import type { ZodOpenApiOperationObject, ZodOpenApiResponsesObject } from "zod-openapi";
import type { ApiRoute } from "./api-route.ts";
import { apiRoutes } from "./api-routes.ts";

/** Body of every refusal (RFC 9457). */
const problem = z.object({
  type: z.literal("about:blank"),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  /** What is wrong with single fields, each by its JSON pointer. */
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
});

const named = {
  ...{ Task: task, NewTask: newTask, TaskChange: taskChange, TaskPage: taskPage },
  ...{ Account: account, NewAccount: newAccount, Session: session, Problem: problem },
};
for (const [id, schema] of Object.entries(named)) z.globalRegistry.add(schema, { id, outputId: id });

const reasons: Record<number, string> = {
  400: "The request is not valid",
  401: "No valid token, or wrong credentials",
  404: "There is none, or it is somebody else's",
  409: "It exists already",
  412: "It has changed since the version in If-Match",
  413: "The request is larger than 1 MiB",
  429: "Too many requests; Retry-After says when to come again",
  502: "Another service does not answer",
  503: "Not possible at the moment",
};

const refusalsOf = ({ open, query, body, conditional, refusals = [] }: ApiRoute): number[] => [
  ...new Set([
    ...(query || body ? [400] : []),
    ...(open ? [] : [401, 429]),
    ...(conditional ? [412] : []),
    ...(body ? [413] : []),
    ...refusals,
  ]),
];

function responsesOf(route: ApiRoute): ZodOpenApiResponsesObject {
  const answers = Object.entries(route.answers).map(([status, schema]) => {
    const content = schema ? { content: { "application/json": { schema } } } : {};
    const headers = schema === task ? { headers: z.object({ etag: z.string() }) } : {};
    return [status, { description: schema ? "Done" : "Done, without a body", ...headers, ...content }];
  });
  const refused = refusalsOf(route).map((status) => [
    String(status),
    { description: reasons[status] ?? "Refused", content: { "application/problem+json": { schema: problem } } },
  ]);
  return Object.fromEntries([...answers, ...refused]) as ZodOpenApiResponsesObject;
}

function operationOf(path: string, route: ApiRoute): ZodOpenApiOperationObject {
  const { id, summary, open, query, body, conditional } = route;
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => [name, z.uuid()]);
  return {
    operationId: id,
    summary,
    ...(open ? { security: [] } : {}),
    requestParams: {
      ...(names.length > 0 ? { path: z.object(Object.fromEntries(names)) } : {}),
      ...(query ? { query } : {}),
      ...(conditional ? { header: z.object({ "if-match": z.string().optional() }) } : {}),
    },
    ...(body ? { requestBody: { required: true, content: { "application/json": { schema: body } } } } : {}),
    responses: responsesOf(route),
  };
}

/** The OpenAPI 3.1 document of the API, made from the contracts that the routes check by. */
export function createApiDocument(): ReturnType<typeof createDocument> {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const [name, route] of Object.entries(apiRoutes)) {
    const [verb = "", path = ""] = name.split(" ");
    (paths[path] ??= {})[verb.toLowerCase()] = operationOf(path, route);
  }
  return createDocument({
    openapi: "3.1.0",
    info: { title: "Todo platform", version: "1.0.0", description: "Tasks of the user who is signed in." },
    security: [{ bearer: [] }],
    paths,
    components: {
      securitySchemes: { bearer: { type: "http", scheme: "bearer", bearerFormat: "JWT" } },
    },
  });
}
