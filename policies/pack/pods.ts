import { at, fieldsOf, itemsOf, textOf, type Fields } from "./fields.ts";
import { kindOf, type Resource } from "./resource.ts";

/** Kinds that keep pods running. */
export const servingKinds = ["apps/Deployment", "apps/StatefulSet", "apps/DaemonSet"];

/** Every kind that makes pods. */
export const podKinds = [...servingKinds, "apps/ReplicaSet", "batch/Job", "batch/CronJob", "core/Pod"];

/** Where the template of the pods lies. */
const templatePath = (kind: string): readonly string[] => {
  switch (kind) {
    case "core/Pod":
      return [];
    case "batch/CronJob":
      return ["spec", "jobTemplate", "spec", "template"];
    default:
      return ["spec", "template"];
  }
};

/** A container and where it stands. */
export interface Container {
  readonly path: string;
  readonly name: string;
  readonly fields: Fields;
}

/** What pods of a resource look like. */
export interface Pod {
  /** Where its spec stands, such as `spec.template.spec`. */
  readonly path: string;
  readonly spec: Fields;
  readonly annotations: Fields;
  /** Where the annotations stand. */
  readonly annotationsPath: string;
  readonly labels: Fields;
  /** Containers of the app and those that run before it. */
  readonly containers: readonly Container[];
}

/** The pod that a resource of `podKinds` describes. */
export const podOf = ({ type, props }: Resource): Pod => {
  const path = templatePath(kindOf(type));
  const template = at(props, ...path);
  const spec = fieldsOf(at(template, "spec"));
  const specPath = [...path, "spec"].join(".");
  return {
    path: specPath,
    spec,
    annotations: fieldsOf(at(template, "metadata", "annotations")),
    annotationsPath: [...path, "metadata", "annotations"].join("."),
    labels: fieldsOf(at(template, "metadata", "labels")),
    containers: ["initContainers", "containers"].flatMap((list) =>
      itemsOf(spec[list]).map((container, index) => ({
        path: `${specPath}.${list}[${index}]`,
        name: textOf(at(container, "name")),
        fields: fieldsOf(container),
      })),
    ),
  };
};
