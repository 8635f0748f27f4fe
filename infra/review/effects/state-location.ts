import { blockOf } from "../objects/dapr-component.ts";
import { appsOf } from "../objects/inventory.ts";
import { sharedKeys } from "../situation.ts";
import { wordsOf, type EffectRule, type Found } from "./effect.ts";
import { keyPrefixOf } from "./state-keys.ts";

/** Metadata that says where within its server a store keeps its data. */
const places = [
  "tableName",
  "tablePrefix",
  "keyPrefixPath",
  "databaseName",
  "collectionName",
  "redisDB",
  "schema",
  "containerName",
];

export const stateLocation: EffectRule = {
  name: "state-location",
  about: "A state store writes other keys, or into another table or database.",
  find: ({ before, after }) =>
    sharedKeys(before.components, after.components).flatMap((key): Found[] => {
      const [was, is] = [before.components.get(key), after.components.get(key)];
      if (!was || !is || was.type !== is.type || blockOf(is) !== "state") return [];
      const apps = wordsOf(appsOf(is, after)) || "its apps";
      const [from, to] = [keyPrefixOf(was), keyPrefixOf(is)];
      return [
        ...(from === to
          ? []
          : [
              {
                risk: "data-loss" as const,
                subject: is.name,
                text: `gives keys the prefix "${to}" instead of "${from}": ${apps} do not find what is kept under the old keys`,
                advice: "Copy the keys, or keep the prefix.",
              },
            ]),
        ...places
          .filter((place) => was.metadata.get(place) !== is.metadata.get(place))
          .map((place) => ({
            risk: "data-loss" as const,
            subject: is.name,
            text: `has ${place} "${is.metadata.get(place) ?? ""}" instead of "${was.metadata.get(place) ?? ""}": ${apps} do not find what is kept there`,
            advice: "Copy the data before, or keep the place.",
          })),
      ];
    }),
};
