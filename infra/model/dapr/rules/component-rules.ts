import { bindingRules } from "./binding.ts";
import { cronRules } from "./cron.ts";
import { kafkaRules } from "./kafka.ts";
import { otherRules } from "./others.ts";
import { pairRules } from "./pairs.ts";
import { postgresRules } from "./postgres.ts";
import { pubsubRules } from "./pubsub.ts";
import { redisRules } from "./redis.ts";
import type { Rule } from "./rule.ts";
import { stateRules } from "./state.ts";

const rules: readonly Rule[] = [
  pairRules,
  kafkaRules,
  postgresRules,
  redisRules,
  cronRules,
  stateRules,
  pubsubRules,
  bindingRules,
  otherRules,
];

/** Every rule across the fields of a component; upstream states none of them as data. */
export const componentRules: Rule = (input) => rules.flatMap((rule) => rule(input));
