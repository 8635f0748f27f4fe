/** What a reference says of the image's version. */
export interface ImageReference {
  readonly tag: string;
  readonly hasDigest: boolean;
}

/** Reads `[registry[:port]/]path[:tag][@digest]`. Source: distribution/reference. */
export const readImage = (text: string): ImageReference => {
  const [name = "", digest] = text.split("@");
  const last = name.split("/").at(-1) ?? "";
  return { tag: last.split(":")[1] ?? "", hasDigest: digest?.startsWith("sha256:") === true };
};

/** Whether a reference means another image after each push: no version, or latest. */
export const isFloating = (text: string): boolean => {
  const { tag, hasDigest } = readImage(text);
  return !hasDigest && (tag === "" || tag === "latest");
};
