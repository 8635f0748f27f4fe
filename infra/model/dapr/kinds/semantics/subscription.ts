import { error, warning } from "../../../checks/error.ts";
import type { Problem } from "../../../problems.ts";
import { checkCel } from "../cel/check-cel.ts";
import { isPlaceholder, isPlainObject, itemsAt, objectAt, textAt, valueAt, type PlainObject } from "../plain-value.ts";
import { fieldPath, itemPath, shown } from "../problem-path.ts";
import type { SemanticCheck } from "./semantic-check.ts";

const checkRoutePath = (route: string | undefined, path: string): Problem[] => {
  if (route === undefined || isPlaceholder(route)) return [];
  if (/^\w+:\/\//.test(route))
    return [
      error("TP0643", path, shown(route), "a route is a path of the app, no URL", 'Write only the path: "/orders".'),
    ];
  return /\s/.test(route)
    ? [error("TP0643", path, shown(route), "a route holds no white space", 'Write a path: "/orders".')]
    : [];
};

const checkRules = (routes: PlainObject, path: string): Problem[] => {
  const rules = itemsAt(routes, "rules");
  const catchAll = rules.find(([, rule]) => textAt(rule, "match")?.trim() === "");
  const seen = new Map<string, number>();
  return rules.flatMap(([index, rule]) => {
    const at = itemPath(fieldPath(path, "rules"), index);
    const match = textAt(rule, "match")?.trim();
    const problems = checkRoutePath(textAt(rule, "path"), fieldPath(at, "path"));
    if (catchAll !== undefined && catchAll[0] < index)
      problems.push(
        warning("TP0645", at, shown(match), "an earlier rule without a match takes every event", "Move that one last."),
      );
    if (match === undefined || match === "") return problems;
    const earlier = seen.get(match);
    seen.set(match, index);
    if (earlier !== undefined)
      problems.push(
        warning(
          "TP0645",
          fieldPath(at, "match"),
          shown(match),
          `rule ${earlier} matches the same`,
          "Remove one of them.",
        ),
      );
    return [...problems, ...checkCel(match, ["event"], fieldPath(at, "match"))];
  });
};

const checkRoutes = (spec: PlainObject, path: string): Problem[] => {
  const routes = valueAt(spec, "routes");
  if (!isPlainObject(routes)) return [];
  const none = (textAt(routes, "default") ?? "") === "" && itemsAt(routes, "rules").length === 0;
  if (none && Object.keys(routes).every((field) => field === "default" || field === "rules"))
    return [
      error(
        "TP0640",
        path,
        "(an object)",
        "without a route no event reaches the app",
        "Write routes.default, the path that gets every event no rule matches.",
      ),
    ];
  return [...checkRoutePath(textAt(routes, "default"), fieldPath(path, "default")), ...checkRules(routes, path)];
};

const signOf = (value: unknown): number => (typeof value === "number" ? Math.sign(value) : 0);

const checkBulk = (spec: PlainObject, path: string): Problem[] => {
  const bulk = objectAt(spec, "bulkSubscribe");
  const limits = ["maxMessagesCount", "maxAwaitDurationMs"];
  const negative = limits.filter((limit) => signOf(bulk[limit]) < 0);
  const unused = bulk["enabled"] === false ? limits.filter((limit) => signOf(bulk[limit]) > 0) : [];
  return [
    ...negative.map((limit) =>
      warning(
        "TP0644",
        fieldPath(path, limit),
        shown(bulk[limit]),
        "a limit below zero counts as none: the default holds",
        "Write a positive number, or leave it out.",
      ),
    ),
    ...unused.map((limit) =>
      warning(
        "TP0644",
        fieldPath(path, limit),
        shown(bulk[limit]),
        "bulk delivery is off",
        "Write enabled: true, or remove it.",
      ),
    ),
  ];
};

/**
 * A Subscription of either version. Source: dapr pkg/runtime/processor/subscriptions.go,
 * pkg/runtime/subscription/subscription.go (the rules), pkg/runtime/pubsub/default_bulksub.go.
 */
export const checkSubscription: SemanticCheck = (document, path) => {
  const spec = objectAt(document, "spec");
  const at = fieldPath(path, "spec");
  const [topic, deadLetter] = [textAt(spec, "topic"), textAt(spec, "deadLetterTopic")];
  const loop = topic !== undefined && topic !== "" && topic === deadLetter && !isPlaceholder(topic);
  return [
    ...checkRoutes(spec, fieldPath(at, "routes")),
    ...checkRoutePath(textAt(spec, "route"), fieldPath(at, "route")),
    ...checkBulk(spec, fieldPath(at, "bulkSubscribe")),
    ...(loop
      ? [
          error(
            "TP0646",
            fieldPath(at, "deadLetterTopic"),
            shown(deadLetter),
            "an event that fails comes back on its own topic, for ever",
            `Use another topic, such as ${shown(topic)}-dead.`,
          ),
        ]
      : []),
  ];
};
