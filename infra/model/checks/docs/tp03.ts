import type { CheckDoc } from "./check-doc.ts";

/** Services. */
export const tp03: readonly CheckDoc[] = [
  {
    code: "TP0301",
    severity: "error",
    title: "An app without a service, or a service without an app",
    pain: "Others are allowed to call it, and it does not run; or it runs and may do nothing.",
    language: "ts",
    wrong: `services: { "audit-servic": defaultService }`,
    right: `services: { "audit-service": defaultService }`,
  },
  {
    code: "TP0302",
    severity: "error",
    title: "A request above its limit",
    pain: "The apiserver refuses the pod when the Deployment is already changed.",
    language: "ts",
    wrong: `resources: { cpuRequest: "2", cpuLimit: "500m", ... }`,
    right: `resources: { cpuRequest: "200m", cpuLimit: "500m", ... }`,
  },
  {
    code: "TP0303",
    severity: "error",
    title: "A setting that a sidecar has not, or that follows from elsewhere",
    pain: "The injector ignores what it does not know; what follows from the topology would be said twice, and differently.",
    language: "ts",
    wrong: `services: { "todo-backend": { ...defaultService, sidecar: { appPort: 9000 } } }`,
    right: `services: { "todo-backend": { ...defaultService, sidecar: { enableProfiling: true } } }`,
  },
  {
    code: "TP0304",
    severity: "error",
    title: "A folder of authorities that makes the sidecar run as root",
    pain: "The injector answers SSL_CERT_DIR with a sidecar that may run as root; a namespace with Pod Security `restricted` then lets no pod of the app in, and the old ones go on alone.",
    language: "ts",
    wrong: `sidecar: { env: { SSL_CERT_DIR: "/etc/company/ca" } }`,
    right: `sidecar: { env: { SSL_CERT_FILE: "/etc/company/ca/ca.crt" } }`,
  },
];
