import { itemsAt, objectAt, textAt } from "../../model/dapr/kinds/plain-value.ts";
import type { LintFinding } from "../lint-finding.ts";
import type { Manifest } from "../manifest.ts";
import { judgeAbsence, maybeSameNamespace, remedyForAbsence } from "./nearness.ts";
import { findingAt, problemOf, type ReferenceRule } from "./together.ts";

/** The keys of a Secret, when the file tells all of them. */
const keysOf = (secret: Manifest): readonly string[] | undefined =>
  secret.kind === "Secret"
    ? [...Object.keys(objectAt(secret.value, "data")), ...Object.keys(objectAt(secret.value, "stringData"))]
    : undefined;

/** What a secret is called once its controller has made it. */
const madeName = (secret: Manifest): string => textAt(secret.value, "spec", "target", "name") ?? secret.name;

const checkReference = (
  component: Manifest,
  secrets: readonly Manifest[],
  index: number,
  name: string,
  key: string,
): LintFinding[] => {
  const at = `spec.metadata[${index}].secretKeyRef`;
  const known = secrets.map((secret) => ({ name: madeName(secret), file: secret.file }));
  const absence = judgeAbsence(component, name, known);
  if (absence) {
    const message = `no Secret "${name}" is given: the sidecar cannot start the component`;
    const remedy = remedyForAbsence(absence, known, "Secrets");
    return [findingAt(component, problemOf("warning", "TP0716", `${at}.name`, name, message, remedy))];
  }
  const named = secrets.filter((secret) => madeName(secret) === name && maybeSameNamespace(secret, component));
  const keys = named.map(keysOf);
  if (named.length === 0 || key === "" || keys.some((each) => each === undefined || each.includes(key))) return [];
  const severity = named.some(({ file }) => file === component.file) ? "error" : "warning";
  const message = `Secret "${name}" has no key "${key}"`;
  const remedy = `Its keys are ${keys.flat().join(", ") || "(none)"}.`;
  return [findingAt(component, problemOf(severity, "TP0717", `${at}.key`, key, message, remedy))];
};

/** Secrets of the cluster that components refer to. */
export const checkSecrets: ReferenceRule = ({ components, secrets }) =>
  components
    .filter(({ value }) => ["", "kubernetes"].includes(textAt(value, "auth", "secretStore") ?? ""))
    .flatMap((component) =>
      itemsAt(component.value, "spec", "metadata").flatMap(([index, item]) => {
        const name = textAt(item, "secretKeyRef", "name") ?? "";
        return checkReference(component, secrets, index, name, textAt(item, "secretKeyRef", "key") ?? "");
      }),
    );
