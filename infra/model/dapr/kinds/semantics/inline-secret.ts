import { warning } from "../../../checks/error.ts";
import type { Problem } from "../../../problems.ts";
import { isPlaceholder, itemsAt, textAt } from "../plain-value.ts";
import { fieldPath, hidden, itemPath } from "../problem-path.ts";

const secretName = /authorization|api[-_]?key|token|secret|password|passwd|credential|cookie/i;

/** Names that say a secret whose value stands in the document. The value itself is never told. */
export const checkInlineSecrets = (container: unknown, field: string, path: string): Problem[] =>
  itemsAt(container, field)
    .filter(([, item]) => {
      const value = textAt(item, "value");
      return (
        value !== undefined && value !== "" && !isPlaceholder(value) && secretName.test(textAt(item, "name") ?? "")
      );
    })
    .map(([index]) =>
      warning(
        "TP0661",
        fieldPath(itemPath(fieldPath(path, field), index), "value"),
        hidden,
        "a secret stands in the manifest, where everybody who may read manifests reads it",
        "Put it into a Secret, and refer to it by secretKeyRef with name and key.",
      ),
    );
