import { isWorkload, secretsOfPods } from "../objects/dapr-app.ts";
import { secretsOfComponent } from "../objects/dapr-component.ts";
import { removedOf } from "../situation.ts";
import { wordsOf, type EffectRule, type Found } from "./effect.ts";

export const secretGone: EffectRule = {
  name: "secret-gone",
  about: "A Secret is deleted while something still reads it.",
  find: (situation) => {
    const { after } = situation;
    return removedOf(situation, "Secret").flatMap((secret): Found[] => {
      const pods = [...after.objects.values()].filter(
        (object) =>
          isWorkload(object) && object.namespace === secret.namespace && secretsOfPods(object).includes(secret.name),
      );
      const components = [...after.components.values()].filter(
        (component) => component.namespace === secret.namespace && secretsOfComponent(component).includes(secret.name),
      );
      const readers = [...new Set([...pods, ...components].map(({ name }) => name))];
      return readers.length === 0
        ? []
        : [
            {
              risk: "downtime" as const,
              subject: secret.name,
              text: `is deleted, and ${wordsOf(readers)} still read${readers.length === 1 ? "s" : ""} it`,
            },
          ];
    });
  },
};
