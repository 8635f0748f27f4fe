export * from "./check-recurrence.ts";
export * from "./occurrences.ts";
export * from "./remaining-recurrence.ts";
