import pinned from "../versions.json" with { type: "json" };

/** Every pinned version and image; the file is the only place where they stand. */
export const versions: typeof pinned = pinned;
