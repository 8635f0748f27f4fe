import { error, warning } from "../../checks/error.ts";
import type { Problem } from "../../problems.ts";
import { scheduleProblem } from "./cron-schedule.ts";
import { at, isType, literal, type Rule, type RuleInput } from "./rule.ts";

const badSchedule = (input: RuleInput): Problem[] => {
  const schedule = literal(input, "schedule");
  const reason = schedule === undefined ? undefined : scheduleProblem(schedule);
  return reason === undefined
    ? []
    : [
        error(
          "TP0810",
          at(input, "schedule"),
          schedule,
          `is no schedule: ${reason}`,
          'Write five fields such as "*/5 * * * *", six with seconds first, or "@every 15m".',
        ),
      ];
};

/** Every sidecar has a clock of its own. Source: components-contrib bindings/cron/cron.go. */
const everyReplica = (input: RuleInput): Problem[] => {
  const { scopes, replicas } = input.context;
  return [...new Set(scopes)].flatMap((app) => {
    const count = replicas?.(app) ?? 1;
    return count < 2
      ? []
      : [
          warning(
            "TP0811",
            at(input, "schedule"),
            literal(input, "schedule"),
            `fires in each of the ${count} replicas of ${app}`,
            "Make the handler safe to run several times at once (a lock or an idempotent write), or use the Jobs API.",
          ),
        ];
  });
};

/** Rules of bindings.cron. */
export const cronRules: Rule = (input) =>
  isType(input, "bindings.cron") ? [...badSchedule(input), ...everyReplica(input)] : [];
