import { z } from "zod";
import { form, name, secretKeyReference, set, size } from "./schema-values.ts";

const plain = { kind: z.literal("plain"), name, namespace: name };
const external = { kind: z.literal("external"), secret: name };
const address = (example: string) => form(/^[^\s:,/]+:\d{1,5}$/, "is no address", `Write it as ${example}.`);
const ca = z.union([z.boolean(), secretKeyReference]);

/** The form of each kind of etcd. */
export const etcdSchema = z.discriminatedUnion("kind", [
  z.strictObject({ ...plain, storage: size, quota: size, secret: name }),
  z.strictObject({
    ...external,
    endpoints: z.union([set(address("etcd.example.com:2379")).min(1), secretKeyReference]),
    tls: z.boolean(),
  }),
]);

/** The form of each kind of RabbitMQ. */
export const rabbitmqSchema = z.discriminatedUnion("kind", [
  z.strictObject({ ...plain, storage: size, memory: size, secret: name }),
  z.strictObject({ ...external, host: z.union([address("rabbitmq.example.com:5671"), secretKeyReference]), tls: ca }),
]);

const vault = { engine: name, prefix: name, secret: name };

/** The form of each kind of Vault. */
export const vaultSchema = z.discriminatedUnion("kind", [
  z.strictObject({ ...plain, ...vault, engine: z.literal("secret") }),
  z.strictObject({
    ...external,
    ...vault,
    address: z.union([
      form(/^https:\/\/[^\s/]+$/, "is no address of Vault", "Write it as https://vault.example.com:8200."),
      secretKeyReference,
    ]),
    ca: z.union([z.literal(true), secretKeyReference]),
    secrets: set(name),
  }),
]);

/** The form of MongoDB. */
export const mongodbSchema = z.strictObject({ ...external, database: name });
