import type { ComponentResource, Input } from "@pulumi/pulumi";
import type { PlatformSpec } from "../model/platform-spec.ts";
import type { CertificateAuthority } from "./certificate-authority.ts";
import { EtcdServer } from "./etcd-server.ts";
import { RabbitmqServer } from "./rabbitmq-server.ts";
import { RedisServer } from "./redis-server.ts";

/** Arguments of {@link createBlockServers}. */
export interface BlockServersArgs {
  readonly platform: PlatformSpec;
  readonly namespace: Input<string>;
  readonly authority: CertificateAuthority;
  readonly images: { readonly redis: string; readonly etcd: string; readonly rabbitmq: string };
}

/** The platform's own Redis, etcd and RabbitMQ below `parent`, those of them that it has. */
export const createBlockServers = (
  name: string,
  { platform, namespace, authority, images }: BlockServersArgs,
  parent: ComponentResource,
): ComponentResource[] => {
  const { redis, etcd, rabbitmq, topology } = platform;
  const shared = { namespace, authority };
  const child = { parent };
  return [
    ...(redis?.kind === "plain"
      ? [new RedisServer(`${name}-redis`, { redis, image: images.redis, ...shared }, child)]
      : []),
    ...(etcd?.kind === "plain" ? [new EtcdServer(`${name}-etcd`, { etcd, image: images.etcd, ...shared }, child)] : []),
    ...(rabbitmq?.kind === "plain"
      ? [new RabbitmqServer(`${name}-rabbitmq`, { rabbitmq, topology, image: images.rabbitmq, ...shared }, child)]
      : []),
  ];
};
