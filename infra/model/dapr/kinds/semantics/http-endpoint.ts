import { warning } from "../../../checks/error.ts";
import { isPlaceholder, objectAt, textAt } from "../plain-value.ts";
import { fieldPath, hidden } from "../problem-path.ts";
import { checkHttpUrl } from "./http-url.ts";
import { checkInlineSecrets } from "./inline-secret.ts";
import type { SemanticCheck } from "./semantic-check.ts";

/** An HTTPEndpoint. Source: dapr pkg/apis/httpEndpoint/v1alpha1/types.go and pkg/messaging/direct_messaging.go. */
export const checkHttpEndpoint: SemanticCheck = (document, path) => {
  const spec = objectAt(document, "spec");
  const at = fieldPath(path, "spec");
  const key = textAt(spec, "clientTLS", "privateKey", "value");
  return [
    ...checkHttpUrl(textAt(spec, "baseUrl"), fieldPath(at, "baseUrl")),
    ...checkInlineSecrets(spec, "headers", at),
    ...(key === undefined || key === "" || isPlaceholder(key)
      ? []
      : [
          warning(
            "TP0661",
            `${at}.clientTLS.privateKey.value`,
            hidden,
            "a private key stands in the manifest, where everybody who may read manifests reads it",
            "Put it into a Secret, and refer to it by secretKeyRef with name and key.",
          ),
        ]),
  ];
};
