import { accessRules } from "./access-rules.ts";
import { appGone } from "./app-gone.ts";
import { appNew } from "./app-new.ts";
import { appRenamed } from "./app-renamed.ts";
import { appRestarts } from "./app-restarts.ts";
import { brokerChanged } from "./broker-changed.ts";
import { componentGone } from "./component-gone.ts";
import { componentNew } from "./component-new.ts";
import { componentReloads } from "./component-reloads.ts";
import { componentReplaced } from "./component-replaced.ts";
import { componentScopes } from "./component-scopes.ts";
import { componentType } from "./component-type.ts";
import { concurrency } from "./concurrency.ts";
import { configurationLate } from "./configuration-late.ts";
import { consumerGroup } from "./consumer-group.ts";
import { cronOnReplicas } from "./cron-on-replicas.ts";
import { daprRelease } from "./dapr-release.ts";
import { disruptionBudget } from "./disruption-budget.ts";
import { kafkaCluster } from "./kafka-cluster.ts";
import { mtls } from "./mtls.ts";
import { publishingRights } from "./publishing-rights.ts";
import { replicasChanged } from "./replicas-changed.ts";
import { resiliency } from "./resiliency.ts";
import { scaling } from "./scaling.ts";
import { scheduleChanged } from "./schedule-changed.ts";
import { secretGone } from "./secret-gone.ts";
import { secretRotated } from "./secret-rotated.ts";
import { secretScopes } from "./secret-scopes.ts";
import { sidecarMemory } from "./sidecar-memory.ts";
import { stateInMemory } from "./state-in-memory.ts";
import { stateLocation } from "./state-location.ts";
import { statefulGone } from "./stateful-gone.ts";
import { storageSize } from "./storage-size.ts";
import { subscriptionChanged } from "./subscription-changed.ts";
import { subscriptionGone } from "./subscription-gone.ts";
import { subscriptionNew } from "./subscription-new.ts";
import { topicCopies } from "./topic-copies.ts";
import { topicGone } from "./topic-gone.ts";
import { topicPartitions } from "./topic-partitions.ts";
import { topicRenamed } from "./topic-renamed.ts";
import { topicRetention } from "./topic-retention.ts";
import { tracingSampling } from "./tracing-sampling.ts";
import { traffic } from "./traffic.ts";
import { sortEffects, type Effect, type EffectRule } from "./effect.ts";
import type { Situation } from "../situation.ts";

/** Every rule; each finds one kind of effect. */
export const effectRules: readonly EffectRule[] = [
  accessRules,
  appGone,
  appNew,
  appRenamed,
  appRestarts,
  brokerChanged,
  componentGone,
  componentNew,
  componentReloads,
  componentReplaced,
  componentScopes,
  componentType,
  concurrency,
  configurationLate,
  consumerGroup,
  cronOnReplicas,
  daprRelease,
  disruptionBudget,
  kafkaCluster,
  mtls,
  publishingRights,
  replicasChanged,
  resiliency,
  scaling,
  scheduleChanged,
  secretGone,
  secretRotated,
  secretScopes,
  sidecarMemory,
  stateInMemory,
  stateLocation,
  statefulGone,
  storageSize,
  subscriptionChanged,
  subscriptionGone,
  subscriptionNew,
  topicCopies,
  topicGone,
  topicPartitions,
  topicRenamed,
  topicRetention,
  tracingSampling,
  traffic,
];

/** Everything that a change does, the worst first. */
export const effectsOf = (situation: Situation): Effect[] =>
  sortEffects(effectRules.flatMap(({ name, find }) => find(situation).map((effect) => ({ rule: name, ...effect }))));
