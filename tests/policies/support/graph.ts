import { titleOf, type Resource } from "../../../policies/pack/resource.ts";

/** A resource that a test may break; typed loosely, since what is broken is not what the types allow. */
export interface Draft extends Resource {
  props: any;
  isProtected: boolean;
}

/** A resource of a graph. */
export const draft = (type: string, name: string, props: object, isProtected = false): Draft => ({
  type,
  name,
  urn: `urn:pulumi:test::engine-test::${type}::${name}`,
  props: structuredClone(props),
  isProtected,
});

/** An object of Kubernetes: `dapr.io/v1alpha1` and `Component`, with the rest of its fields. */
export const object = (
  apiVersion: string,
  kind: string,
  place: string,
  fields: object = {},
  isProtected = false,
): Draft => {
  const [name = "", namespace] = place.split("/").reverse();
  const { metadata = {}, ...rest } = fields as { metadata?: object };
  const type = `kubernetes:${apiVersion.includes("/") ? apiVersion : `core/${apiVersion}`}:${kind}`;
  const own = { name, ...(namespace === undefined ? {} : { namespace }), ...metadata };
  return draft(
    type,
    `${kind}-${place.replace("/", "-")}`.toLowerCase(),
    { apiVersion, kind, metadata: own, ...rest },
    isProtected,
  );
};

/** A whole stack, to be broken in one place. */
export class Graph {
  readonly resources: Draft[];

  constructor(resources: readonly Draft[]) {
    this.resources = [...resources];
  }

  /** A resource by its title, such as `Deployment todo/api`. */
  find(title: string): Draft {
    const found = this.resources.find((resource) => titleOf(resource) === title);
    if (found === undefined) throw new Error(`the graph has no ${title}`);
    return found;
  }

  /** The properties of a resource. */
  props(title: string): any {
    return this.find(title).props;
  }

  add(...resources: readonly Draft[]): void {
    this.resources.push(...resources);
  }

  remove(title: string): void {
    this.resources.splice(this.resources.indexOf(this.find(title)), 1);
  }
}
