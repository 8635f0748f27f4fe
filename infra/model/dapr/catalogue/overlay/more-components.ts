import type { CatalogueEntry } from "../entry.ts";

/** Components that daprd has in its own code. */
export const moreComponents: readonly CatalogueEntry[] = [
  {
    // Source: dapr cmd/daprd/components/middleware_http_uppercase.go.
    type: "middleware.http.uppercase",
    version: "v1",
    title: "Uppercase",
    status: "development-only",
    url: "https://docs.dapr.io/reference/components-reference/supported-middleware/middleware-uppercase/",
    capabilities: [],
    fields: [
      {
        name: "direction",
        type: "string",
        required: false,
        sensitive: false,
        default: "request",
        allowedValues: ["request", "response", "both"],
        source: "dapr cmd/daprd/components/middleware_http_uppercase.go",
      },
    ],
    authentication: [],
    authenticationRequired: false,
  },
];
