import type { Recorded } from "../infra/components/record.ts";

/** What a ledger says of a resource that a program no longer makes under its URN. */
export interface LostUrn {
  readonly urn: string;
  readonly message: string;
  readonly remedy: string;
}

/** The stack's name is no part of what a resource is. */
const withoutStack = (urn: string): string => urn.replace(/^urn:pulumi:[^:]+::[^:]+::/, "");

const nameOf = (urn: string): string => urn.split("::").at(-1) ?? "";
const typeOf = (urn: string): string => (urn.split("::").at(-2) ?? "").split("$").at(-1) ?? "";

const isOwn = ({ type }: Recorded): boolean => type !== "pulumi:pulumi:Stack";

/** A line for each resource: its URN, what is above it, and its earlier URNs. */
export const toLedger = (recorded: readonly Recorded[]): string =>
  `${recorded
    .filter(isOwn)
    .map(({ urn, parent, aliases }) =>
      [
        withoutStack(urn),
        `  under ${parent ?? "the stack"}`,
        ...aliases.map((was) => `  was ${withoutStack(was)}`),
      ].join("\n"),
    )
    .sort()
    .join("\n")}\n`;

/** URNs of a ledger's resources. */
const urnsOf = (ledger: string): string[] => ledger.split("\n").filter((line) => line !== "" && !line.startsWith(" "));

/**
 * Resources of the committed ledger that the engine would delete now: neither their URN nor an alias of it is made. One
 * with a new URN of its type beside it was most likely renamed or moved, and would be made anew, with its data lost.
 */
export const lostUrns = (ledger: string, recorded: readonly Recorded[]): LostUrn[] => {
  const committed = new Set(urnsOf(ledger));
  const resources = recorded
    .filter(isOwn)
    .map(({ urn, aliases }) => ({ urn: withoutStack(urn), aliases: aliases.map(withoutStack) }));
  const kept = new Set(resources.flatMap(({ urn, aliases }) => [urn, ...aliases]));
  return [...committed]
    .filter((urn) => !kept.has(urn))
    .map((urn) => {
      const heirs = resources.filter((made) => !committed.has(made.urn) && typeOf(made.urn) === typeOf(urn));
      const heir = heirs.find((made) => nameOf(made.urn) === nameOf(urn)) ?? heirs[0];
      return heir === undefined
        ? { urn, message: "would be deleted", remedy: "If that is meant: npm run generate:goldens -- --accept-lost" }
        : {
            urn,
            message: `would be deleted, and ${heir.urn} made anew`,
            remedy: `Give ${nameOf(heir.urn)} an alias of what it was: ${
              nameOf(heir.urn) === nameOf(urn) ? "its earlier parent or type" : `{ name: "${nameOf(urn)}" }`
            }.`,
          };
    });
};
