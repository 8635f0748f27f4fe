import { checkSidecarAnnotations } from "../dapr/kinds/check-sidecar-annotations.ts";
import { annotationFacts } from "../dapr/kinds/generated/annotations.ts";
import { toSidecarAnnotations } from "../dapr/sidecar.ts";
import { remedyForName } from "../names.ts";
import type { PlatformSpec } from "../platform-spec.ts";
import type { Problem } from "../problems.ts";
import { derivedSettings, type SidecarExtras } from "../service.ts";
import { error } from "./error.ts";

const derived: ReadonlySet<string> = new Set(derivedSettings);
const free = annotationFacts.filter(({ field }) => !derived.has(field));
const freeNames = free.map(({ field }) => field);

const unknownSettings = (path: string, settings: object): Problem[] =>
  Object.keys(settings)
    .filter((field) => !freeNames.includes(field))
    .map((field) =>
      error(
        "TP0303",
        `${path}.${field}`,
        field,
        derived.has(field) ? "follows from the topology and the service" : "is no setting of a sidecar",
        derived.has(field)
          ? "Change it where it comes from, and remove it here."
          : remedyForName(field, freeNames, "settings"),
      ),
    );

/** Source: dapr pkg/injector/patcher/sidecar_container.go. */
const rootfulVariables = (path: string, { env = {} }: SidecarExtras): Problem[] =>
  "SSL_CERT_DIR" in env
    ? [
        error(
          "TP0304",
          `${path}.env.SSL_CERT_DIR`,
          env["SSL_CERT_DIR"],
          "lets the sidecar run as root, which Pod Security refuses",
          "Name a file with the authorities instead: SSL_CERT_FILE.",
        ),
      ]
    : [];

/** Problems of annotations are told at the setting that they come from. */
const toSetting = (path: string, problem: Problem): Problem => {
  const key = /"(dapr\.io\/[^"]+)"/.exec(problem.path)?.[1];
  const field = annotationFacts.find((fact) => fact.key === key)?.field;
  return field === undefined ? { ...problem, path } : { ...problem, path: `${path}.${field}` };
};

/** What services tell their sidecars besides what follows from the platform, and whether its release knows it. */
export const checkSidecars = (platform: PlatformSpec): Problem[] =>
  Object.entries(platform.services).flatMap(([app, service]) => {
    const { sidecar = {} } = service;
    // Settings that every service has are known to every release.
    if (Object.keys(sidecar).length === 0) return [];
    const path = `services.${app}.sidecar`;
    const annotations = toSidecarAnnotations(platform, app, service);
    return [
      ...unknownSettings(path, sidecar),
      ...rootfulVariables(path, sidecar),
      ...checkSidecarAnnotations(annotations, "", platform.dapr.release).map((problem) => toSetting(path, problem)),
    ];
  });
