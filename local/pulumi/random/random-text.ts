import { randomInt } from "node:crypto";
import { type Properties, textOf } from "../rpc/property-values.ts";

const lower = "abcdefghijklmnopqrstuvwxyz";
const defaultSpecial = "!@#$%&*()-_=+[]{}<>:?";

/**
 * A text from the chosen character classes with at least the wanted number of each.
 *
 * @param options `length`, `lower`, `upper`, `numeric`, `special`, `overrideSpecial` and the `min...` counts
 */
export function randomText(options: Properties): string {
  const length = Number(options["length"]);
  const numeric = options["numeric"] !== false && options["number"] !== false;
  const classes = [
    { characters: options["lower"] === false ? "" : lower, least: Number(options["minLower"] ?? 0) },
    { characters: options["upper"] === false ? "" : lower.toUpperCase(), least: Number(options["minUpper"] ?? 0) },
    { characters: numeric ? "0123456789" : "", least: Number(options["minNumeric"] ?? 0) },
    {
      characters: options["special"] === false ? "" : textOf(options["overrideSpecial"] ?? defaultSpecial),
      least: Number(options["minSpecial"] ?? 0),
    },
  ];
  const all = classes.map((one) => one.characters).join("");
  if (all === "") throw new Error("a random text needs at least one class of characters");
  const chosen = classes.flatMap(({ characters, least }) => pick(characters, least));
  if (chosen.length > length)
    throw new Error(`a random text of ${length} cannot hold ${chosen.length} required characters`);
  return shuffled([...chosen, ...pick(all, length - chosen.length)]).join("");
}

function pick(characters: string, count: number): string[] {
  return Array.from({ length: count }, () => characters.charAt(randomInt(characters.length)));
}

function shuffled(items: string[]): string[] {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    [items[last], items[other]] = [items[other]!, items[last]!];
  }
  return items;
}
