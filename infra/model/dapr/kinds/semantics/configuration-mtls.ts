import { warning } from "../../../checks/error.ts";
import { isPlainObject, textAt, valueAt } from "../plain-value.ts";
import { fieldPath } from "../problem-path.ts";
import type { SemanticCheck } from "./semantic-check.ts";

/** The control plane's own Configuration. Source: dapr charts/dapr/charts/dapr_config; pkg/sentry/config/config.go. */
const controlPlane = "daprsystem";

/** Mutual TLS. Source: dapr pkg/sentry/config/config.go, pkg/operator/operator.go. */
export const checkMtls: SemanticCheck = (document, path) => {
  const mtls = valueAt(document, "spec", "mtls");
  if (!isPlainObject(mtls)) return [];
  const at = `${fieldPath(path, "spec")}.mtls`;
  const name = textAt(document, "metadata", "name");
  const enabled = valueAt(mtls, "enabled");
  return [
    ...(name === controlPlane
      ? []
      : [
          warning(
            "TP0626",
            at,
            "(an object)",
            "mTLS is the control plane's matter: on Kubernetes an app's Configuration cannot change it",
            `Remove it here; the chart of Dapr sets it in the Configuration ${controlPlane} (global.mtls).`,
          ),
        ]),
    ...(enabled === false
      ? [
          warning(
            "TP0627",
            fieldPath(at, "enabled"),
            false,
            "without mTLS the sidecars talk in clear text and do not know each other, so access control cannot tell callers",
            "Write enabled: true.",
          ),
        ]
      : []),
  ];
};
