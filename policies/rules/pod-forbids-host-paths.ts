import { at, itemsOf } from "../pack/fields.ts";
import { podKinds, podOf } from "../pack/pods.ts";
import { findingIf, type Rule } from "../pack/rule.ts";

export const podForbidsHostPaths: Rule = {
  name: "pod-forbids-host-paths",
  refuses: "A volume that is a folder of the node.",
  why: "It reads and changes what is the node's, such as the kubelet's credentials, and its data stay behind on that node.",
  source: "https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline",
  severity: "critical",
  kinds: podKinds,
  check: (resource) => {
    const { path, spec } = podOf(resource);
    return itemsOf(spec["volumes"]).flatMap((volume, index) =>
      findingIf(
        at(volume, "hostPath") !== undefined,
        `${path}.volumes[${index}].hostPath`,
        "is a folder of the node",
        "Use an emptyDir or a PersistentVolumeClaim.",
      ),
    );
  },
};
