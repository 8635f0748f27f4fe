import { Secret } from "@pulumi/kubernetes/core/v1/secret.js";
import { ComponentResource, type ComponentResourceOptions, type Input, type Output } from "@pulumi/pulumi";
import { RandomPassword } from "@pulumi/random/randomPassword.js";
import { demoUserSecret } from "../model/access.ts";
import { kafkaUserSecret, platformCaSecret } from "../model/kafka-connection.ts";
import { appApiTokenSecret, daprApiTokenSecret } from "../model/dapr/sidecar.ts";
import type { PlatformSpec } from "../model/platform-spec.ts";

/** Arguments of {@link AppSecrets}. */
export interface AppSecretsArgs {
  readonly platform: PlatformSpec;
  readonly namespace: Input<string>;
  /** The CA certificate, PEM. */
  readonly caCertificate: Input<string>;
  /** Authorities of servers outside of the cluster, PEM: by the key beside the platform's own. @default none */
  readonly otherCas?: Readonly<Record<string, Input<string>>>;
  /** Secrets whose values come from outside: name -> key -> value. @default none */
  readonly given?: Readonly<Record<string, Readonly<Record<string, Input<string>>>>>;
  /** Kafka password of each user. */
  readonly kafkaPasswords: Readonly<Record<string, Input<string>>>;
  /** Name of the demo user; undefined makes none. */
  readonly demoUser: string | undefined;
}

/**
 * Secrets that belong to the apps: API tokens both ways, Kafka passwords, the generated secrets of the model, the CA certificate and the demo
 * user. Every value is random and lives only in the stack's encrypted state and the cluster.
 *
 * @example new AppSecrets("secrets", { platform, namespace, caCertificate, kafkaPasswords, demoUser: "demo" });
 */
export class AppSecrets extends ComponentResource {
  /** Password of the demo user, a secret; undefined without one. */
  readonly demoPassword: Output<string> | undefined;
  /** Values of each Secret: name -> key -> a secret. */
  readonly values: Record<string, Readonly<Record<string, Input<string>>>> = {};
  readonly #name: string;
  readonly #namespace: Input<string>;

  constructor(name: string, args: AppSecretsArgs, options?: ComponentResourceOptions) {
    super("todo-platform:app:AppSecrets", name, {}, options);
    this.#name = name;
    this.#namespace = args.namespace;
    for (const app of Object.keys(args.platform.topology.apps)) {
      this.#secret(daprApiTokenSecret(app), { token: this.#random(`${app}-dapr-api-token`) });
      this.#secret(appApiTokenSecret(app), { token: this.#random(`${app}-app-api-token`) });
    }
    for (const [user, password] of Object.entries(args.kafkaPasswords))
      this.#secret(kafkaUserSecret(user), { password });
    this.#secret(platformCaSecret, { "ca.crt": args.caCertificate, ...args.otherCas });
    for (const [secret, values] of Object.entries(args.given ?? {})) this.#secret(secret, values);
    for (const [secret, keys] of Object.entries(args.platform.generatedSecrets ?? {}))
      this.#secret(secret, this.#randoms(secret, keys));
    if (args.demoUser !== undefined) {
      this.demoPassword = this.#random("demo-password", 16);
      this.#secret(demoUserSecret, { username: args.demoUser, password: this.demoPassword });
    }
    this.registerOutputs({});
  }

  #random(role: string, length = 48): Output<string> {
    return new RandomPassword(`${this.#name}-${role}-value`, { length, special: false }, { parent: this }).result;
  }

  #randoms(secret: string, keys: Readonly<Record<string, number>>): Record<string, Output<string>> {
    return Object.fromEntries(
      Object.entries(keys).map(([key, length]) => [key, this.#random(`${secret}-${key}`, length)]),
    );
  }

  #secret(secret: string, stringData: Readonly<Record<string, Input<string>>>): void {
    this.values[secret] = stringData;
    new Secret(
      `${this.#name}-${secret}`,
      { metadata: { name: secret, namespace: this.#namespace }, stringData },
      { parent: this },
    );
  }
}
