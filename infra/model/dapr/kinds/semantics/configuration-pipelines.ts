import { error, warning } from "../../../checks/error.ts";
import { didYouMean } from "../../../names.ts";
import type { Problem } from "../../../problems.ts";
import { isPlaceholder, itemsAt, objectAt, repetitions, textAt, type PlainObject } from "../plain-value.ts";
import { fieldPath, itemPath, shown } from "../problem-path.ts";
import type { SemanticCheck } from "./semantic-check.ts";

const prefix = "middleware.http.";

/** Middleware that daprd is built with. Source: dapr cmd/daprd/components/middleware_http_*.go. */
const known = [
  ...["bearer", "oauth2", "oauth2clientcredentials", "opa", "ratelimit", "routeralias", "routerchecker"],
  ...["sentinel", "uppercase", "wasm"],
];

/** Names that people expect, and where the thing is done. */
const elsewhere: ReadonlyMap<string, string> = new Map(
  Object.entries({
    circuitbreaker: "Circuit breakers are policies of a Resiliency, named by its targets.",
    retry: "Retries are policies of a Resiliency, named by its targets.",
    timeout: "Timeouts are policies of a Resiliency, named by its targets.",
    validator: "Let the app check its input, or use middleware.http.opa or middleware.http.wasm.",
    cors: "The origins that daprd allows are its flag --allowed-origins; there is no middleware for it.",
  }),
);

const checkType = (type: string | undefined, path: string): Problem[] => {
  if (type === undefined || isPlaceholder(type)) return [];
  const name = type.toLowerCase().startsWith(prefix) ? type.toLowerCase().slice(prefix.length) : type.toLowerCase();
  if (known.includes(name) && type.toLowerCase().startsWith(prefix)) return [];
  const message = `daprd has no middleware ${shown(type)}; it passes over the handler, and calls go without`;
  const instead = elsewhere.get(name);
  if (instead !== undefined) return [error("TP0628", path, shown(type), message, instead)];
  const guess = didYouMean(name, known);
  if (guess !== undefined) return [error("TP0628", path, shown(type), message, `Did you mean "${prefix}${guess}"?`)];
  // A daprd that somebody built himself may know more.
  return [warning("TP0628", path, shown(type), message, `Known are ${known.map((one) => prefix + one).join(", ")}.`)];
};

const checkPipeline = (spec: PlainObject, pipeline: string, path: string): Problem[] => {
  const at = `${path}.${pipeline}.handlers`;
  const handlers = itemsAt(spec, pipeline, "handlers");
  return [
    ...handlers.flatMap(([index, handler]) => checkType(textAt(handler, "type"), `${itemPath(at, index)}.type`)),
    ...repetitions(handlers, (handler) => `${textAt(handler, "name")}/${textAt(handler, "type")}`).map(
      ([index, handler]) =>
        warning(
          "TP0612",
          itemPath(at, index),
          shown(textAt(handler, "name")),
          "the handler is listed already",
          "Remove it.",
        ),
    ),
  ];
};

/** Middleware of both directions. Source: dapr pkg/runtime/runtime.go; pkg/components/middleware/http. */
export const checkPipelines: SemanticCheck = (document, path) => {
  const spec = objectAt(document, "spec");
  return ["httpPipeline", "appHttpPipeline"].flatMap((pipeline) =>
    checkPipeline(spec, pipeline, fieldPath(path, "spec")),
  );
};
