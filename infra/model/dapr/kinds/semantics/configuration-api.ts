import { warning } from "../../../checks/error.ts";
import { didYouMean } from "../../../names.ts";
import { isPlaceholder, itemsAt, textAt } from "../plain-value.ts";
import { fieldPath, itemPath, shown } from "../problem-path.ts";
import type { SemanticCheck } from "./semantic-check.ts";

/** Groups of the API. Source: dapr pkg/api/http/endpoints/endpointgroup.go and pkg/api/grpc/endpoints.go. */
const groups = [
  ...["invoke", "state", "publish", "bindings", "secrets", "actors", "metadata", "configuration", "lock", "unlock"],
  ...["crypto", "subtlecrypto", "workflows", "healthz", "jobs", "shutdown", "conversation", "subscribe"],
];

/** `v1.0-alpha1` is another way to write `v1alpha1`. */
const version = /^v1(\.0)?(-?(alpha|beta)\d+)?$/;

/** The parts of the API that apps may use. A rule that names no part of it changes nothing. */
export const checkApiRules: SemanticCheck = (document, path) =>
  ["allowed", "denied"].flatMap((list) =>
    itemsAt(document, "spec", "api", list).flatMap(([index, rule]) => {
      const at = itemPath(`${fieldPath(path, "spec")}.api.${list}`, index);
      const [name, stated] = [textAt(rule, "name"), textAt(rule, "version")];
      const problems = [];
      if (name !== undefined && !isPlaceholder(name) && !groups.includes(name)) {
        const guess = didYouMean(name, groups);
        const remedy = guess === undefined ? `Known are ${groups.join(", ")}.` : `Did you mean "${guess}"?`;
        problems.push(warning("TP0633", `${at}.name`, shown(name), "the API has no such group", remedy));
      }
      if (stated !== undefined && !isPlaceholder(stated) && !version.test(stated))
        problems.push(
          warning(
            "TP0633",
            `${at}.version`,
            shown(stated),
            "the API has no such version",
            "Write v1, v1alpha1 or v1beta1.",
          ),
        );
      return problems;
    }),
  );
