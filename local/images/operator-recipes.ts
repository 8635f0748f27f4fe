import { programPath } from "../toolchain/ensure-tools.ts";
import { versions } from "../versions.ts";
import { accounts, PATH, staticImage, type ImageRecipe } from "./recipes.ts";

const { operatorImages, publishedImages } = versions;

const cloudnativePgOperator = staticImage(operatorImages.cloudnativePg, "cloudnative-pg", "manager");

/** CloudNativePG brings its own program into the server's pod, which looks for PostgreSQL's on the path. */
const cloudnativePgServer: ImageRecipe = {
  reference: operatorImages.cloudnativePgServer,
  tools: [],
  root: "postgres",
  files: accounts("postgres", 26, "/var/lib/postgresql"),
  config: {
    User: "26:26",
    Env: [`${PATH}:/usr/lib/postgresql/15/bin`, "LANG=C.UTF-8"],
    WorkingDir: "/var/lib/postgresql",
    Cmd: ["postgres"],
  },
};

/** The operators that are tried with the platform, and what they run. No start loads them. */
export const operatorRecipes = {
  prometheus: [
    staticImage(operatorImages.prometheusOperator, "prometheus-operator", "operator", "/bin"),
    staticImage(operatorImages.prometheusConfigReloader, "prometheus-operator", "prometheus-config-reloader", "/bin"),
    staticImage(operatorImages.prometheus, "prometheus", "prometheus", "/bin"),
  ],
  certManager: [staticImage(operatorImages.certManager, "cert-manager", "cert-manager")],
  traefik: [staticImage(operatorImages.traefik, "traefik", "traefik")],
  keda: [
    staticImage(operatorImages.keda, "keda", "keda"),
    staticImage(operatorImages.kedaMetrics, "keda", "keda-adapter"),
  ],
  cloudnativePg: [
    {
      ...cloudnativePgOperator,
      copy: {
        ...cloudnativePgOperator.copy,
        // The processors that it works for are those of the files that it finds here.
        "/operator/manager_amd64": programPath("cloudnative-pg", "manager"),
      },
    },
    cloudnativePgServer,
  ],
  otelCollector: [staticImage(publishedImages.otelCollector, "otel-collector", "otelcol")],
} satisfies Readonly<Record<string, readonly ImageRecipe[]>>;
