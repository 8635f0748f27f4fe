import { containerRule } from "../pack/container-rule.ts";
import { textOf } from "../pack/fields.ts";
import { isFloating, readImage } from "../pack/image.ts";
import { findingIf } from "../pack/rule.ts";

export const podRequiresImageDigests = containerRule(
  {
    name: "pod-requires-image-digests",
    refuses: "An image that is named by its tag alone.",
    why: "A tag can be pushed again: what was tested need not be what runs.",
    source: "https://kubernetes.io/docs/concepts/containers/images/#image-names",
    severity: "medium",
  },
  ({ path, fields }) => {
    const image = textOf(fields["image"]);
    return findingIf(
      !isFloating(image) && !readImage(image).hasDigest,
      `${path}.image`,
      `is ${image}, without a digest`,
      "Add @sha256: and the digest that was tested.",
    );
  },
);
