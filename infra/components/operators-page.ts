import { Secret } from "@pulumi/kubernetes/core/v1/secret.js";
import { ComponentResource, type ComponentResourceOptions, type Input, type Output } from "@pulumi/pulumi";
import { RandomPassword } from "@pulumi/random/randomPassword.js";
import { toOperatorsPageManifests } from "../model/operators-page/operators-page-manifests.ts";
import { operatorsPageToken, type OperatorsPageSpec } from "../model/operators-page/operators-page.ts";
import type { PlatformSpec } from "../model/platform-spec.ts";
import { PlainObject } from "../resources/plain-object.ts";

/** Arguments of {@link OperatorsPage}. */
export interface OperatorsPageArgs {
  readonly platform: PlatformSpec;
  readonly page: OperatorsPageSpec;
  readonly image: Input<string>;
}

/**
 * The operators' page as a pod, with a ServiceAccount that may look at the platform's pods and nothing else. Costs one
 * small pod; listens on its own loopback, so it is reached by `kubectl port-forward` only, and asks for a token.
 *
 * @example new OperatorsPage("operators-page", { platform, page: { replay: false }, image });
 */
export class OperatorsPage extends ComponentResource {
  /** What the page asks for, a secret. */
  readonly token: Output<string>;

  constructor(name: string, { platform, page, image }: OperatorsPageArgs, options?: ComponentResourceOptions) {
    super("todo-platform:app:OperatorsPage", name, {}, options);
    const child = { parent: this };
    this.token = new RandomPassword(`${name}-token-value`, { length: 32, special: false }, child).result;
    const metadata = { name: operatorsPageToken, namespace: platform.namespace };
    const token = new Secret(`${name}-token`, { metadata, stringData: { token: this.token } }, child);
    for (const manifest of toOperatorsPageManifests(platform, page, image)) {
      const { namespace = "", name: object } = manifest.metadata;
      const dependsOn = manifest.kind === "Deployment" ? [token] : [];
      new PlainObject(
        `${name}-${manifest.kind.toLowerCase()}-${namespace}-${object}`,
        { manifest },
        { parent: this, dependsOn },
      );
    }
    this.registerOutputs({});
  }
}
