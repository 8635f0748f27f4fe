import { itemsAt, textAt, textsAt } from "../../model/dapr/kinds/plain-value.ts";
import { error } from "../../model/checks/error.ts";
import type { LintFinding } from "../lint-finding.ts";
import type { Manifest } from "../manifest.ts";
import { judgeAbsence, maybeSameNamespace, remedyForAbsence } from "./nearness.ts";
import { findingAt, problemOf, type ReferenceRule } from "./together.ts";

const metadataValue = (component: Manifest, name: string): string | undefined => {
  const found = itemsAt(component.value, "spec", "metadata").find(
    ([, item]) => textAt(item, "name")?.toLowerCase() === name.toLowerCase(),
  );
  return found && textAt(found[1], "value");
};

const listOf = (text: string): string[] =>
  text
    .split(",")
    .map((each) => each.trim())
    .filter((each) => each !== "");

/** The topics that `app=topic,topic;app=` gives an app; undefined when it does not name the app. */
const topicsOf = (scopes: string, app: string): string[] | undefined => {
  const entry = scopes.split(";").find((each) => each.split("=")[0]?.trim() === app);
  return entry === undefined ? undefined : listOf(entry.split("=")[1] ?? "");
};

/** Why an app may not subscribe to a topic. Source: dapr pkg/runtime/pubsub (isOperationAllowed), pkg/scopes. */
const refusal = (broker: Manifest, topic: string, app: string): string | undefined => {
  const allowed = metadataValue(broker, "allowedTopics");
  if (allowed && !listOf(allowed).includes(topic)) return `allowedTopics of "${broker.name}" does not list it`;
  const granted = topicsOf(metadataValue(broker, "subscriptionScopes") ?? "", app);
  if (granted && !granted.includes(topic)) return `subscriptionScopes of "${broker.name}" does not give it to ${app}`;
  const isProtected = listOf(metadataValue(broker, "protectedTopics") ?? "").includes(topic);
  return isProtected && !granted ? `it is a protected topic of "${broker.name}"` : undefined;
};

const checkAllowed = (subscription: Manifest, components: readonly Manifest[], topic: string): LintFinding[] => {
  const pubsub = textAt(subscription.value, "spec", "pubsubname") ?? "";
  const broker = components.find((each) => each.name === pubsub && maybeSameNamespace(each, subscription));
  const apps = textsAt(subscription.value, "scopes").map(([, app]) => app);
  const reason = broker && apps.map((app) => refusal(broker, topic, app)).find((each) => each !== undefined);
  if (reason === undefined) return [];
  const remedy = "Allow the topic there, or subscribe to one that is allowed.";
  return [findingAt(subscription, error("TP0719", "spec.topic", topic, `topic "${topic}": ${reason}`, remedy))];
};

const topicName = (topic: Manifest): string => textAt(topic.value, "spec", "topicName") ?? topic.name;

/** Topics that are subscribed to are there, and allowed by the component. */
export const checkTopics: ReferenceRule = ({ subscriptions, components, topics }) =>
  subscriptions.flatMap((subscription) => {
    const topic = textAt(subscription.value, "spec", "topic") ?? "";
    const known = topics.map((each) => ({ name: topicName(each), file: each.file }));
    const absence = judgeAbsence(subscription, topic, known);
    const allowed = checkAllowed(subscription, components, topic);
    if (!absence) return allowed;
    const message = `no KafkaTopic "${topic}" is given`;
    const remedy = remedyForAbsence(absence, known, "topics");
    return [
      ...allowed,
      findingAt(subscription, problemOf(absence.severity, "TP0720", "spec.topic", topic, message, remedy)),
    ];
  });
