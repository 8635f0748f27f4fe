import { error } from "../checks/error.ts";
import type { Problem } from "../problems.ts";

/** Parts of names that must be unique in a whole cloud, by their paths: what every kind of name takes. */
export const checkNameParts = (parts: readonly (readonly [path: string, value: string])[]): Problem[] =>
  parts.flatMap(([path, value]) =>
    /^[a-z][a-z0-9]{1,9}$/.test(value)
      ? []
      : [
          error(
            "TP1108",
            path,
            value,
            "cannot be part of the names of registry, vault and cluster, which take letters and digits only",
            "Use 2 to 10 lower-case letters and digits, a letter first.",
          ),
        ],
  );
