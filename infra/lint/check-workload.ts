import { error, warning } from "../model/checks/error.ts";
import { checkSidecarAnnotations } from "../model/dapr/kinds/check-sidecar-annotations.ts";
import type { DaprVersion } from "../model/dapr/kinds/dapr-version.ts";
import { fieldPath } from "../model/dapr/kinds/problem-path.ts";
import type { Problem } from "../model/problems.ts";
import type { Manifest } from "./manifest.ts";
import { imagesOf, ownAnnotations, podAnnotations, podAnnotationsPath } from "./workload.ts";

/**
 * Annotations of the workload itself reach no pod: the injector sees pods only. One finding, at the key that is to
 * enable the sidecar; a copy of what the pod template has is left alone.
 */
const checkPlace = (manifest: Manifest): Problem[] => {
  const own = ownAnnotations(manifest);
  const [first] = Object.keys(own);
  if (first === undefined || "dapr.io/enabled" in podAnnotations(manifest)) return [];
  const key = "dapr.io/enabled" in own ? "dapr.io/enabled" : first;
  return [
    error(
      "TP0705",
      fieldPath("metadata.annotations", key),
      key,
      `stands on the ${manifest.kind}, and the sidecar injector reads pods only: there will be no sidecar`,
      `Move the dapr.io annotations to ${podAnnotationsPath(manifest)}.`,
    ),
  ];
};

/** Tag of an image; empty for none, undefined for an image that a digest pins or that is filled in later. */
const tagOf = (image: string): string | undefined => {
  if (image.includes("@") || /[{}$<>]/.test(image)) return undefined;
  const name = image.slice(image.lastIndexOf("/") + 1);
  return name.includes(":") ? name.slice(name.indexOf(":") + 1) : "";
};

const checkImages = (manifest: Manifest): Problem[] =>
  imagesOf(manifest).flatMap(({ path, image }) => {
    const tag = tagOf(image);
    if (tag !== "" && tag !== "latest") return [];
    const message = tag === "" ? "has no tag, so it is latest" : "is whatever was pushed last";
    return [
      warning(
        "TP0706",
        path,
        image,
        `image ${message}: pods of one app may run different code`,
        "Name a version or a digest.",
      ),
    ];
  });

/** What is wrong with a workload, as far as Dapr is concerned; workloads without Dapr have no problems. */
export const checkWorkload = (manifest: Manifest, dapr: DaprVersion): Problem[] => {
  const annotations = podAnnotations(manifest);
  const usesDapr = Object.keys(annotations).length > 0;
  // The check takes any value, and says which is no string.
  const found = checkSidecarAnnotations(annotations as Record<string, string>, podAnnotationsPath(manifest), dapr);
  return [...checkPlace(manifest), ...found, ...(usesDapr ? checkImages(manifest) : [])];
};
