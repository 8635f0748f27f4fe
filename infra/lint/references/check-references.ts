import type { LintFinding } from "../lint-finding.ts";
import { checkActorStores } from "./actor-stores.ts";
import { checkDuplicateAppIds, checkDuplicateObjects } from "./duplicates.ts";
import { checkHandlers } from "./handlers.ts";
import { checkNamedConfiguration } from "./named-configuration.ts";
import { checkResiliencyTargets } from "./resiliency-targets.ts";
import { checkScopes } from "./scopes.ts";
import { checkSecretStores } from "./secret-stores.ts";
import { checkSecrets } from "./secrets.ts";
import { checkSubscriptionPubsub } from "./subscription-pubsub.ts";
import type { ReferenceRule, Together } from "./together.ts";
import { checkTopics } from "./topics.ts";

const rules: readonly ReferenceRule[] = [
  checkDuplicateObjects,
  checkDuplicateAppIds,
  checkSubscriptionPubsub,
  checkScopes,
  checkNamedConfiguration,
  checkResiliencyTargets,
  checkActorStores,
  checkSecretStores,
  checkSecrets,
  checkHandlers,
  checkTopics,
];

/** What is wrong between objects, over everything that is linted at once. */
export const checkReferences = (together: Together): LintFinding[] => rules.flatMap((rule) => rule(together));
