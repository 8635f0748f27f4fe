import { toComponents } from "../dapr/component.ts";
import { componentScopes } from "../dapr/component-scopes.ts";
import type { ComponentSpec } from "../dapr/component-spec.ts";
import { remedyForName } from "../names.ts";
import type { PlatformSpec } from "../platform-spec.ts";
import type { Problem } from "../problems.ts";
import { checkComponent } from "./check-component.ts";
import { mostReplicas } from "../scaling/scaling.ts";
import { error } from "./error.ts";

/** Building block of a component: the first word of its type. */
const blockOf = (spec: ComponentSpec): string => spec.type.split(".")[0] ?? "";

/** Every place that names a component, with the blocks that fit there; none means any. */
const references = ({ pubsub, secretStore, topology, services }: PlatformSpec) => {
  const all = (path: string, names: readonly string[], blocks: readonly string[]) =>
    names.map((name) => ({ path: `${path}.${name}`, name, blocks }));
  return [
    ...(Object.keys(topology.topics).length > 0 ? [{ path: "pubsub", name: pubsub, blocks: ["pubsub"] }] : []),
    ...(Object.keys(topology.secrets).length > 0
      ? [{ path: "secretStore", name: secretStore, blocks: ["secretstores"] }]
      : []),
    ...all("topology.stateStores", Object.keys(topology.stateStores), ["state"]),
    ...all("topology.bindings", Object.keys(topology.bindings ?? {}), ["bindings"]),
    ...all("topology.buildingBlocks", Object.keys(topology.buildingBlocks ?? {}), [
      "lock",
      "configuration",
      "conversation",
      "crypto",
    ]),
    ...Object.entries(services).flatMap(([app, service]) =>
      (service.middleware ?? []).map((name, index) => ({
        path: `services.${app}.middleware[${index}]`,
        name,
        blocks: ["middleware"],
      })),
    ),
  ];
};

const referenceProblems = (platform: PlatformSpec): Problem[] => {
  const fitting = (blocks: readonly string[]) =>
    Object.keys(platform.components).filter((name) => {
      const spec = platform.components[name];
      return spec !== undefined && blocks.includes(blockOf(spec));
    });
  return references(platform).flatMap(({ path, name, blocks }) => {
    const spec = platform.components[name];
    const kind = `components of kind ${blocks.join(", ")}`;
    if (spec === undefined)
      return [error("TP0405", path, name, "has no component", remedyForName(name, fitting(blocks), kind))];
    if (!blocks.includes(blockOf(spec)))
      return [
        error(
          "TP0408",
          path,
          name,
          `is a ${spec.type}, which is no ${blocks.join(" or ")}`,
          remedyForName(name, fitting(blocks), kind),
        ),
      ];
    return [];
  });
};

const unusedProblems = (platform: PlatformSpec): Problem[] => {
  const scopes = componentScopes(platform);
  return Object.keys(platform.components)
    .filter((name) => !scopes.has(name))
    .map((name) =>
      error(
        "TP0409",
        `components.${name}`,
        name,
        "is used by no app",
        "Name its apps in the topology, or remove it: without scopes every sidecar would load it.",
      ),
    );
};

const scheduleProblems = ({ topology, components, services }: PlatformSpec): Problem[] =>
  Object.entries(topology.schedules ?? {}).flatMap(([name, schedule]) => {
    const path = `topology.schedules.${name}`;
    const replicas = mostReplicas(services[schedule.app]);
    return [
      ...(Object.hasOwn(components, name)
        ? [
            error(
              "TP0410",
              path,
              name,
              "is also a component",
              `Remove components["${name}"]: a schedule brings its cron binding.`,
            ),
          ]
        : []),
      ...(replicas > 1 && schedule.deduplicated !== true
        ? [
            error(
              "TP0411",
              `${path}.app`,
              schedule.app,
              `runs ${replicas} replicas, and the binding fires in each`,
              "Use one replica, or say deduplicated: true when the app makes sure that the work is done once.",
            ),
          ]
        : []),
    ];
  });

/** Exactly one actor store an app: daprd starts without actors at none, and with an accident at two. */
const actorProblems = (platform: PlatformSpec): Problem[] => {
  const scopes = componentScopes(platform);
  const actorStores = Object.entries(platform.components).filter(([, spec]) =>
    spec.metadata.some(
      (item) => item.name.toLowerCase() === "actorstatestore" && "value" in item && item.value === "true",
    ),
  );
  return actorStores.slice(1).flatMap(([name]) => {
    const [first] = actorStores.find(([other]) =>
      (scopes.get(other) ?? []).some((app) => scopes.get(name)?.includes(app)),
    ) ?? [name];
    if (first === name) return [];
    return [
      error(
        "TP0412",
        `components.${name}.metadata.actorStateStore`,
        "true",
        `shares apps with actor store "${first}"; a sidecar has one`,
        "Keep actorStateStore on one of the two.",
      ),
    ];
  });
};

/** Each component against the catalogue and the rules of its type; those of schedules stand at their schedules. */
const metadataProblems = (platform: PlatformSpec): Problem[] => {
  const replicas = (app: string): number => mostReplicas(platform.services[app]);
  const schedules = platform.topology.schedules ?? {};
  return toComponents(platform).flatMap(({ name, scopes, ...component }) => {
    const schedule = Object.hasOwn(schedules, name) && !Object.hasOwn(platform.components, name);
    // Replicas of a schedule's app are TP0411's.
    const context = { scopes, replicas: schedule ? () => 1 : replicas };
    return checkComponent(component, schedule ? `topology.schedules.${name}` : `components.${name}`, context);
  });
};

/** The components of a platform and every reference to them. */
export const checkComponents = (platform: PlatformSpec): Problem[] => [
  ...referenceProblems(platform),
  ...unusedProblems(platform),
  ...scheduleProblems(platform),
  ...actorProblems(platform),
  ...metadataProblems(platform),
];
