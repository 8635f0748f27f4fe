import type { CheckDoc } from "./check-doc.ts";
import { deploymentYaml } from "./manifest-yaml.ts";

const base = 'dapr.io/enabled: "true"\ndapr.io/app-id: shop\ndapr.io/app-port: "8080"';
const annotated = (more: string): string => deploymentYaml(`${base}\n${more}`);

/** What the annotations of a pod template say. */
export const tp06Annotations: readonly CheckDoc[] = [
  {
    code: "TP0680",
    severity: "error",
    title: "An annotation that Dapr does not read",
    pain: "The injector passes it over without a word.",
    language: "yaml",
    wrong: annotated('dapr.io/log-json: "true"'),
    right: annotated('dapr.io/log-as-json: "true"'),
  },
  {
    code: "TP0681",
    severity: "error",
    title: "An annotation with a value that cannot be read",
    pain: "The injector leaves such a setting out, daprd does not start with it, and what is no string refuses the pod.",
    language: "yaml",
    wrong: annotated("dapr.io/sidecar-memory-limit: 256 MB"),
    right: annotated("dapr.io/sidecar-memory-limit: 256Mi"),
  },
  {
    code: "TP0682",
    severity: "warning",
    title: "An annotation under its old name",
    pain: "A coming release drops it.",
    language: "yaml",
    wrong: annotated('dapr.io/http-max-request-size: "8"'),
    right: annotated("dapr.io/max-body-size: 8Mi"),
  },
  {
    code: "TP0683",
    severity: "error",
    title: "An annotation under its old and its new name",
    pain: "The new one wins, so a change of the old one changes nothing.",
    language: "yaml",
    wrong: annotated('dapr.io/http-max-request-size: "8"\ndapr.io/max-body-size: 16Mi'),
    right: annotated("dapr.io/max-body-size: 16Mi"),
  },
  {
    code: "TP0684",
    severity: "warning",
    title: "A setting that does nothing alone",
    pain: "A path for health checks looks like health checks, which are off.",
    language: "yaml",
    wrong: annotated("dapr.io/app-health-check-path: /health"),
    right: annotated('dapr.io/enable-app-health-check: "true"\ndapr.io/app-health-check-path: /health'),
  },
  {
    code: "TP0685",
    severity: "warning",
    title: "Annotations without dapr.io/enabled",
    pain: "The pod starts without a sidecar, and its first call to it fails.",
    language: "yaml",
    wrong: deploymentYaml("dapr.io/app-id: shop"),
    right: deploymentYaml('dapr.io/enabled: "true"\ndapr.io/app-id: shop'),
  },
  {
    code: "TP0686",
    severity: "warning",
    title: "A sidecar without an app id",
    pain: "Each pod gets its own name as app id: nobody can call it, and each is a consumer group of its own.",
    language: "yaml",
    wrong: deploymentYaml('dapr.io/enabled: "true"'),
    right: deploymentYaml('dapr.io/enabled: "true"\ndapr.io/app-id: shop'),
  },
];
