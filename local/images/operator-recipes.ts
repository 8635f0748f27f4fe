import { versions } from "../versions.ts";
import { staticImage, type ImageRecipe } from "./recipes.ts";

const { operatorImages } = versions;

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
} satisfies Readonly<Record<string, readonly ImageRecipe[]>>;
