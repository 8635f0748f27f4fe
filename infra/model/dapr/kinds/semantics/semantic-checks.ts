import { checkConfiguration } from "./configuration.ts";
import { checkHttpEndpoint } from "./http-endpoint.ts";
import { checkMcpServer } from "./mcp-server.ts";
import { checkResiliency } from "./resiliency.ts";
import type { SemanticCheck } from "./semantic-check.ts";
import { checkSubscription } from "./subscription.ts";
import { checkWorkflowAccessPolicy } from "./workflow-access-policy.ts";

/** The checks of each kind. What a Component means, `checkComponent` knows. */
export const semanticChecks: Readonly<Record<string, SemanticCheck | undefined>> = {
  Configuration: checkConfiguration,
  Subscription: checkSubscription,
  Resiliency: checkResiliency,
  HTTPEndpoint: checkHttpEndpoint,
  MCPServer: checkMcpServer,
  WorkflowAccessPolicy: checkWorkflowAccessPolicy,
};
