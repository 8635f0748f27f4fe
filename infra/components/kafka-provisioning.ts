import { checksum } from "../model/checksum.ts";
import { Job } from "@pulumi/kubernetes/batch/v1/job.js";
import { ConfigMap } from "@pulumi/kubernetes/core/v1/configMap.js";
import { Secret } from "@pulumi/kubernetes/core/v1/secret.js";
import { ComponentResource, type ComponentResourceOptions, type Input, type Output } from "@pulumi/pulumi";
import { RandomPassword } from "@pulumi/random/randomPassword.js";
import {
  kafkaBootstrap,
  type KafkaTopic,
  type KafkaUser,
  type PlainKafkaSpec,
  type RedpandaKafkaSpec,
} from "../model/kafka.ts";
import { kafkaUser } from "./kafka-broker-files.ts";
import { toProvisioningScript, userPasswordsPath } from "./kafka-provisioning-script.ts";
import { containerSecurity, podSecurity, replaceUnready } from "./pod-defaults.ts";

/** Arguments of {@link KafkaProvisioning}. */
export interface KafkaProvisioningArgs {
  readonly kafka: PlainKafkaSpec | RedpandaKafkaSpec;
  readonly namespace: Input<string>;
  /** Image with Kafka's own tools, which speak to every broker of its protocol. */
  readonly image: string;
  /** ConfigMap with the tools' `log4j2.properties`. @default the broker's own */
  readonly tools?: Input<string>;
  /** Secret with the admin's password and the CA; known once the broker is ready. */
  readonly adminSecret: Input<string>;
  /** Secret with the CA (key `ca.crt`), where it is another. @default the admin's */
  readonly caSecret?: Input<string> | undefined;
  readonly topics: readonly KafkaTopic[];
  readonly users: readonly KafkaUser[];
}

const ca = (name: Input<string>) => ({ name, items: [{ key: "ca.crt", path: "ca.crt" }] });

/**
 * Topics, users and ACLs, made by a Job that is named by what it makes: a change runs a new one.
 * Costs a short Job; exposes nothing.
 *
 * @example new KafkaProvisioning("topics", { kafka, namespace, image, adminSecret, topics, users });
 */
export class KafkaProvisioning extends ComponentResource {
  /** Password of each user, a secret; known once the Job is done. */
  readonly passwords: Readonly<Record<string, Output<string>>>;

  constructor(name: string, args: KafkaProvisioningArgs, options?: ComponentResourceOptions) {
    super("todo-platform:kafka:KafkaProvisioning", name, {}, options);
    const { kafka, namespace } = args;
    const child = { parent: this };
    const passwords = Object.fromEntries(
      args.users.map((user) => [
        user.name,
        new RandomPassword(`${name}-${user.name}-password`, { length: 32, special: false }, child).result,
      ]),
    );
    const script = toProvisioningScript(kafkaBootstrap(kafka), args.topics, args.users);
    const revision = checksum(script, 10);
    const job = `${kafka.cluster}-provision-${revision}`;
    const users = new Secret(
      `${name}-users`,
      { metadata: { name: `${kafka.cluster}-users`, namespace }, stringData: passwords },
      child,
    );
    const scripts = new ConfigMap(
      `${name}-script`,
      { metadata: { name: job, namespace }, data: { "provision.sh": script } },
      child,
    );
    const done = this.#run(name, args, job, scripts.metadata.name, users.metadata.name);
    this.passwords = Object.fromEntries(
      Object.entries(passwords).map(([user, password]) => [user, done.metadata.apply(() => password)]),
    );
    this.registerOutputs({ passwords: this.passwords });
  }

  #run(name: string, args: KafkaProvisioningArgs, job: string, script: Output<string>, users: Output<string>): Job {
    const { kafka, namespace, image, adminSecret, caSecret, tools = kafka.cluster } = args;
    const credentials =
      caSecret === undefined
        ? { secret: { secretName: adminSecret, defaultMode: 0o440 } }
        : { projected: { sources: [{ secret: { name: adminSecret } }, { secret: ca(caSecret) }], defaultMode: 0o440 } };
    return new Job(
      `${name}-job`,
      {
        metadata: { name: job, namespace, ...replaceUnready },
        spec: {
          backoffLimit: 6,
          activeDeadlineSeconds: 600,
          template: {
            spec: {
              restartPolicy: "Never",
              automountServiceAccountToken: false,
              enableServiceLinks: false,
              securityContext: podSecurity(kafkaUser),
              containers: [
                {
                  name: "provision",
                  image,
                  command: ["/bin/bash", "/etc/kafka-scripts/provision.sh"],
                  resources: { requests: { cpu: "100m", memory: "256Mi" }, limits: { cpu: "2", memory: "1Gi" } },
                  securityContext: containerSecurity,
                  volumeMounts: [
                    { name: "script", mountPath: "/etc/kafka-scripts", readOnly: true },
                    { name: "config", mountPath: "/etc/kafka-config", readOnly: true },
                    { name: "credentials", mountPath: "/etc/kafka-credentials", readOnly: true },
                    { name: "users", mountPath: userPasswordsPath, readOnly: true },
                    { name: "tmp", mountPath: "/tmp" },
                  ],
                },
              ],
              volumes: [
                { name: "script", configMap: { name: script } },
                { name: "config", configMap: { name: tools } },
                { name: "credentials", ...credentials },
                { name: "users", secret: { secretName: users, defaultMode: 0o440 } },
                { name: "tmp", emptyDir: {} },
              ],
            },
          },
        },
      },
      { parent: this },
    );
  }
}
