import { Image } from "@pulumi/docker-build/image.js";
import { ComponentResource, interpolate, type ComponentResourceOptions, type Input, type Output } from "@pulumi/pulumi";

/** Arguments of {@link AppImage}. */
export interface AppImageArgs {
  readonly app: string;
  /** Folder with the Dockerfile and the bundle in `dist/` (made by `npm run build:apps`). */
  readonly folder: string;
  /** Registry and path in front of the image's name, such as `todoacr.azurecr.io`. */
  readonly registry: Input<string>;
  /** Base image; the Dockerfile's own default when absent. */
  readonly base: string | undefined;
  /** Whether the registry keeps the layers of earlier builds for machines that have built nothing yet, as CI's. */
  readonly cached: boolean;
}

/**
 * An app's image, built from its Dockerfile and pushed by the stack. An unchanged bundle is neither built nor deployed.
 * Costs a build when the content changed; exposes nothing.
 *
 * @example new AppImage("todo-backend-image", { app: "todo-backend", folder: "apps/todo-backend", registry, base });
 */
export class AppImage extends ComponentResource {
  /** Reference with the digest, for the Deployment. */
  readonly ref: Output<string>;

  constructor(name: string, args: AppImageArgs, options?: ComponentResourceOptions) {
    super("todo-platform:app:AppImage", name, {}, options);
    const image = new Image(
      `${name}-build`,
      {
        context: { location: args.folder },
        dockerfile: { location: `${args.folder}/Dockerfile` },
        ...(args.base === undefined ? {} : { buildArgs: { BASE: args.base } }),
        platforms: ["linux/amd64"],
        tags: [interpolate`${args.registry}/${args.app}:latest`],
        push: true,
        ...(args.cached ? this.#cache(interpolate`${args.registry}/${args.app}:cache`) : {}),
      },
      { parent: this },
    );
    this.ref = image.ref;
    this.registerOutputs({ ref: this.ref });
  }

  #cache(ref: Output<string>) {
    return {
      cacheFrom: [{ registry: { ref } }],
      // As an image, since a registry may refuse a bare cache manifest; a cache that cannot be written fails no build.
      cacheTo: [
        { registry: { ref, mode: "max" as const, imageManifest: true, ociMediaTypes: true, ignoreError: true } },
      ],
    };
  }
}
