/** Largest request and event, in bytes: 1 MiB, Kafka's `maxMessageBytes`. */
export const bodyLimit = 1024 * 1024;
/** Largest bulk delivery: 100 of the largest events that the contracts allow are 7 MiB. */
export const bulkBodyLimit = 8 * bodyLimit;
