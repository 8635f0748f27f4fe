/** Types that share their code. */
export const kafka = ["pubsub.kafka", "bindings.kafka"];
export const postgres = ["state.postgresql", "state.cockroachdb", "configuration.postgresql", "bindings.postgresql"];
export const redis = ["state.redis", "pubsub.redis", "bindings.redis", "configuration.redis", "lock.redis"];
