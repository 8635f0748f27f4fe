import { warning } from "../../../checks/error.ts";
import { isPlainObject, objectAt, textAt, valueAt } from "../plain-value.ts";
import { fieldPath } from "../problem-path.ts";
import { checkHttpUrl } from "./http-url.ts";
import { checkInlineSecrets } from "./inline-secret.ts";
import type { SemanticCheck } from "./semantic-check.ts";

/** An MCPServer. Source: dapr pkg/internal/loader/validate/mcpserver.go. */
export const checkMcpServer: SemanticCheck = (document, path) => {
  const endpoint = objectAt(document, "spec", "endpoint");
  const at = `${fieldPath(path, "spec")}.endpoint`;
  const transports = ["streamableHTTP", "sse"].flatMap((transport) => {
    const place = fieldPath(at, transport);
    const both = ["oauth2", "spiffe"].every((way) => isPlainObject(valueAt(endpoint, transport, "auth", way)));
    return [
      ...checkHttpUrl(textAt(endpoint, transport, "url"), fieldPath(place, "url")),
      ...checkInlineSecrets(valueAt(endpoint, transport), "headers", place),
      ...(both
        ? [warning("TP0666", `${place}.auth`, "oauth2, spiffe", "two ways to authenticate", "Keep oauth2 or spiffe.")]
        : []),
    ];
  });
  const stdio = isPlainObject(valueAt(endpoint, "stdio"))
    ? [
        warning(
          "TP0665",
          fieldPath(at, "stdio"),
          "(an object)",
          "daprd starts no programs on Kubernetes: it ends when it loads this",
          "Run the server as a service of its own, and reach it by streamableHTTP.",
        ),
      ]
    : [];
  return [...transports, ...stdio, ...checkInlineSecrets(valueAt(endpoint, "stdio"), "env", fieldPath(at, "stdio"))];
};
