import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "whole addresses",
    (graph) => {
      delete graph.props("Configuration todo/apps").spec.logging.apiLogging.obfuscateURLs;
    },
    [
      "configuration-obfuscates-api-logs: Configuration todo/apps: spec.logging.apiLogging.obfuscateURLs is not true. Set it to true: the log then has the route in place of the address.",
    ],
  ),
];
