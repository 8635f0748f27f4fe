import type { CollectionTag, DocumentOptions, ParseOptions, ScalarTag, SchemaOptions } from "yaml";

/** Kubernetes and daprd read YAML by Go's yaml.v2, which takes these words for booleans too. */
const wordBoolean: ScalarTag = {
  identify: (value) => typeof value === "boolean",
  default: true,
  tag: "tag:yaml.org,2002:bool",
  test: /^(?:yes|Yes|YES|on|On|ON|no|No|NO|off|Off|OFF)$/,
  resolve: (text) => /^(?:yes|on)$/i.test(text),
};

/** How text is read. Duplicate keys are found by lint itself: the parser's own search grows with the square of the keys. */
export const yamlOptions: ParseOptions & DocumentOptions & SchemaOptions = {
  strict: false,
  uniqueKeys: false,
  merge: true,
  prettyErrors: false,
  logLevel: "silent",
  customTags: (tags): (ScalarTag | CollectionTag)[] =>
    [...tags, wordBoolean].filter((tag): tag is ScalarTag | CollectionTag => typeof tag !== "string"),
};
