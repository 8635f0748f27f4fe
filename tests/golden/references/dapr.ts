import type { GoldenObject } from "../objects.ts";
import type { Inventory } from "./inventory.ts";

/** A reference that leads to nothing: where it stands and what it means. */
export type Broken = readonly [path: string, meaning: string];

const unknown = (known: ReadonlySet<string>, what: string, path: string, names: readonly string[]): Broken[] =>
  names.filter((name) => !known.has(name)).map((name) => [path, `${what} ${name}`]);

const annotation = (annotations: Readonly<Record<string, string>>, key: string): string[] =>
  (annotations[`dapr.io/${key}`] ?? "").split(",").filter((item) => item !== "");

/** Annotations of a pod template: Configuration, Secrets with keys, volumes. */
export const brokenAnnotations = ({ metadata, spec }: GoldenObject, { has }: Inventory): Broken[] => {
  const annotations = spec?.template?.metadata?.annotations ?? {};
  const { namespace } = metadata;
  const volumes = new Set<string>((spec?.template?.spec?.volumes ?? []).map(({ name }: { name: string }) => name));
  const [config] = annotation(annotations, "config");
  const secrets = [
    ...["api-token-secret", "app-token-secret"].flatMap((key) =>
      annotation(annotations, key).map((name) => [key, name, "token"] as const),
    ),
    ...annotation(annotations, "env-from-secret").map((item) => {
      const [name = "", key = ""] = (item.split("=")[1] ?? "").split(":");
      return ["env-from-secret", name, key] as const;
    }),
  ];
  return [
    ...(config === undefined || has("Configuration", namespace, config)
      ? []
      : [["dapr.io/config", `Configuration ${config}`] as const]),
    ...secrets
      .filter(([, name, key]) => !has("Secret", namespace, name, key))
      .map(([field, name, key]) => [`dapr.io/${field}`, `Secret ${name}#${key}`] as const),
    ...annotation(annotations, "volume-mounts")
      .map((mount) => mount.split(":")[0] ?? "")
      .filter((volume) => !volumes.has(volume))
      .map((volume) => ["dapr.io/volume-mounts", `volume ${volume}`] as const),
  ];
};

/** Dapr's own objects: scopes, components and apps by name. */
export const brokenDaprObject = (object: GoldenObject, { apps, components, variables }: Inventory): Broken[] => {
  if (!object.apiVersion.startsWith("dapr.io/")) return [];
  const spec = object.spec ?? {};
  const policies: { appId: string }[] = spec.accessControl?.policies ?? [];
  const stores: { storeName: string }[] = spec.secrets?.scopes ?? [];
  const store = (object["auth"] as { secretStore?: string } | undefined)?.secretStore;
  const scopes = (object["scopes"] as string[] | undefined) ?? [];
  const read = object.kind === "Component" ? (spec.metadata as { envRef?: string }[]) : [];
  return [
    ...unknown(apps, "app", "scopes", scopes),
    ...read.flatMap(({ envRef }, index) =>
      envRef === undefined
        ? []
        : unknown(
            variables,
            "variable of",
            `spec.metadata[${index}].envRef`,
            scopes.map((app) => `${app} ${envRef}`),
          ),
    ),
    // The store `kubernetes` is daprd's own.
    ...unknown(
      components,
      "component",
      "auth.secretStore",
      store === undefined || store === "kubernetes" ? [] : [store],
    ),
    ...unknown(components, "component", "spec.pubsubname", spec.pubsubname === undefined ? [] : [spec.pubsubname]),
    ...unknown(apps, "app", "spec.targets.apps", Object.keys(spec.targets?.apps ?? {})),
    ...unknown(components, "component", "spec.targets.components", Object.keys(spec.targets?.components ?? {})),
    ...unknown(
      apps,
      "app",
      "spec.accessControl.policies",
      policies.map(({ appId }) => appId),
    ),
    ...unknown(
      components,
      "component",
      "spec.secrets.scopes",
      stores.map(({ storeName }) => storeName),
    ),
  ];
};
