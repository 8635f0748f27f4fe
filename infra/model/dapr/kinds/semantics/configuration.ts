import { checkAccessControl } from "./configuration-access-control.ts";
import { checkApiRules } from "./configuration-api.ts";
import { checkFeatures } from "./configuration-features.ts";
import { checkLogging } from "./configuration-logging.ts";
import { checkMetrics } from "./configuration-metrics.ts";
import { checkMtls } from "./configuration-mtls.ts";
import { checkNameResolution } from "./configuration-name-resolution.ts";
import { checkPipelines } from "./configuration-pipelines.ts";
import { checkMisplacedResilience } from "./configuration-resilience.ts";
import { checkSecretScopes } from "./configuration-secrets.ts";
import { checkTracing } from "./configuration-tracing.ts";
import { checkWorkflow } from "./configuration-workflow.ts";
import type { SemanticCheck } from "./semantic-check.ts";

const parts: readonly SemanticCheck[] = [
  ...[checkTracing, checkAccessControl, checkMtls, checkPipelines, checkFeatures, checkMetrics],
  ...[checkSecretScopes, checkApiRules, checkLogging, checkNameResolution, checkWorkflow],
  checkMisplacedResilience,
];

/** A Configuration, part by part. Source: dapr pkg/config/configuration.go. */
export const checkConfiguration: SemanticCheck = (document, path, dapr) =>
  parts.flatMap((part) => part(document, path, dapr));
