import type { GoFile } from "./go-package.ts";

/** State store features in Go, and the words of metadata.yaml for them. */
const words = [
  ["FeatureETag", "etag"],
  ["FeatureTransactional", "transactional"],
  ["FeatureTTL", "ttl"],
  ["FeatureQueryAPI", "query"],
] as const;

/**
 * What the code of a state store says it can do, which its metadata.yaml often leaves out. Actors need ETags and
 * transactions. Source: dapr pkg/actors/state/state.go.
 */
export const readFeatures = (files: readonly GoFile[]): string[] => {
  const found = words.filter(([feature]) => files.some((file) => file.text.includes(`state.${feature}`)));
  const features = found.map(([, word]): string => word);
  return features.includes("etag") && features.includes("transactional") ? [...features, "actorStateStore"] : features;
};
