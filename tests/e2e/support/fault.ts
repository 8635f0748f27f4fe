import type { ClusterObject, Kubectl } from "./kubectl.ts";

const namespace = "todo-app";

/** An object without what the apiserver adds to it, so that it can be applied again. */
const applicable = (object: ClusterObject): string => {
  const copy = structuredClone(object) as unknown as Record<string, unknown> & { metadata: Record<string, unknown> };
  for (const field of ["uid", "resourceVersion", "generation", "creationTimestamp", "managedFields"])
    delete copy.metadata[field];
  delete copy["status"];
  return JSON.stringify(copy);
};

/** Objects of the cluster that a test breaks and puts back as they were. */
export class Faults {
  readonly #kubectl: Kubectl;
  readonly #saved: ClusterObject[] = [];

  constructor(kubectl: Kubectl) {
    this.#kubectl = kubectl;
  }

  async #save(kind: string, name: string, inNamespace: string): Promise<void> {
    this.#saved.push(await this.#kubectl.get(kind, name, "-n", inNamespace));
  }

  /** Deletes an object of the apps' namespace. */
  async remove(kind: string, name: string): Promise<void> {
    await this.#save(kind, name, namespace);
    await this.#kubectl.run(["delete", kind, name, "-n", namespace]);
  }

  /** Merges a patch into an object. */
  async change(kind: string, name: string, patch: object, inNamespace = namespace): Promise<void> {
    await this.#save(kind, name, inNamespace);
    await this.#kubectl.run(["patch", kind, name, "-n", inNamespace, "--type=merge", "-p", JSON.stringify(patch)]);
  }

  /** Starts the pods of apps anew and waits until they are ready. */
  async restart(...apps: string[]): Promise<void> {
    await this.#kubectl.run(["delete", "pod", "-n", namespace, "-l", `app.kubernetes.io/name in (${apps.join(",")})`]);
    for (const app of apps)
      await this.#kubectl.run(["rollout", "status", "-n", namespace, `deployment/${app}`, "--timeout=120s"]);
  }

  /** Puts everything back. */
  async mend(): Promise<void> {
    for (const object of this.#saved.splice(0).reverse())
      await this.#kubectl.run(
        ["apply", "--server-side", "--force-conflicts", "--field-manager=pulumi-kubernetes", "-f", "-"],
        applicable(object),
      );
  }
}
