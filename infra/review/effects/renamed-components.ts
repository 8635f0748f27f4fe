import { blockOf, type DaprComponent } from "../objects/dapr-component.ts";
import { appsOf, type Inventory } from "../objects/inventory.ts";
import type { Situation } from "../situation.ts";

const traitsOf = (component: DaprComponent, inventory: Inventory): string =>
  [blockOf(component), component.namespace, ...appsOf(component, inventory)].join(" ");

/** Components that go while one for the same apps and the same purpose comes: the old one and its heir. */
export const renamedComponents = ({ before, after }: Situation): [DaprComponent, DaprComponent][] => {
  const gone = [...before.components].filter(([key]) => !after.components.has(key)).map(([, one]) => one);
  const come = [...after.components].filter(([key]) => !before.components.has(key)).map(([, one]) => one);
  return gone.flatMap((component): [DaprComponent, DaprComponent][] => {
    const heirs = come.filter((candidate) => traitsOf(candidate, after) === traitsOf(component, before));
    return heirs.length === 1 && heirs[0] && appsOf(component, before).length > 0 ? [[component, heirs[0]]] : [];
  });
};

/** The name under which a component goes on: its own, or its heir's. */
export const heirOf = (name: string, situation: Situation): string =>
  renamedComponents(situation).find(([was]) => was.name === name)?.[1].name ?? name;
