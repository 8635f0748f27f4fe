import { containerRule } from "../pack/container-rule.ts";
import { textOf } from "../pack/fields.ts";
import { isFloating } from "../pack/image.ts";
import { findingIf } from "../pack/rule.ts";

export const podForbidsFloatingImages = containerRule(
  {
    name: "pod-forbids-floating-images",
    refuses: "An image without a version, or of version latest.",
    why: "Each node may run another version, and nobody can say which, nor go back to it.",
    source: "https://kubernetes.io/docs/concepts/configuration/overview/#container-images",
    severity: "high",
  },
  ({ path, fields }) => {
    const image = textOf(fields["image"]);
    return findingIf(
      image !== "" && isFloating(image),
      `${path}.image`,
      `is ${image}, which changes with each push`,
      "Name a release, and its digest.",
    );
  },
);
