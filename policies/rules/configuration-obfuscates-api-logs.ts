import { at } from "../pack/fields.ts";
import { findingIf, type Rule } from "../pack/rule.ts";

export const configurationObfuscatesApiLogs: Rule = {
  name: "configuration-obfuscates-api-logs",
  refuses: "Logs of API calls with the whole address of each call.",
  why: "Addresses hold the keys of state and the names of people; logs are kept longer and read by more.",
  source: "https://docs.dapr.io/operations/troubleshooting/api-logs-troubleshooting/",
  severity: "low",
  kinds: ["dapr.io/Configuration"],
  check: ({ props }) => {
    const logging = at(props, "spec", "logging", "apiLogging");
    return findingIf(
      at(logging, "enabled") === true && at(logging, "obfuscateURLs") !== true,
      "spec.logging.apiLogging.obfuscateURLs",
      "is not true",
      "Set it to true: the log then has the route in place of the address.",
    );
  },
};
