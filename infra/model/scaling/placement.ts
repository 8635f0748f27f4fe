import type { PlatformSpec } from "../platform-spec.ts";

/** Name of the PriorityClass of a platform's apps. */
export const priorityClassName = (platform: PlatformSpec): string => `${platform.namespace}-apps`;

/** Where an app's pods run; nothing where the platform says nothing. */
export const toPlacement = (platform: PlatformSpec, labels: Readonly<Record<string, string>>) => {
  const { spread = [], priority } = platform.scheduling ?? {};
  return {
    ...(priority === undefined ? {} : { priorityClassName: priorityClassName(platform) }),
    ...(spread.length === 0
      ? {}
      : {
          topologySpreadConstraints: spread.map((topologyKey) => ({
            maxSkew: 1,
            topologyKey,
            // A cluster that has lost a zone still runs the app.
            whenUnsatisfiable: "ScheduleAnyway",
            labelSelector: { matchLabels: labels },
            // Otherwise the pods of the old version count, and the new ones end up together.
            matchLabelKeys: ["pod-template-hash"],
          })),
        }),
  };
};
