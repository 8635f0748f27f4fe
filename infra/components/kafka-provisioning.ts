import { Job } from "@pulumi/kubernetes/batch/v1/job.js";
import { ConfigMap } from "@pulumi/kubernetes/core/v1/configMap.js";
import { Secret } from "@pulumi/kubernetes/core/v1/secret.js";
import { ComponentResource, type ComponentResourceOptions, type Input, type Output } from "@pulumi/pulumi";
import { RandomPassword } from "@pulumi/random/randomPassword.js";
import { checksum } from "../model/checksum.ts";
import {
  kafkaBootstrap,
  type KafkaTopic,
  type KafkaUser,
  type PlainKafkaSpec,
  type RedpandaKafkaSpec,
} from "../model/kafka.ts";
import { containerSecurity, podSecurity, replaceUnready } from "./pod-defaults.ts";

/** User of the provisioner's image. */
const provisionerUser = 65_532;

/** Arguments of {@link KafkaProvisioning}. */
export interface KafkaProvisioningArgs {
  readonly kafka: PlainKafkaSpec | RedpandaKafkaSpec;
  readonly namespace: Input<string>;
  /** Image of `apps/kafka-provisioner`, which speaks to every broker of Kafka's protocol. */
  readonly image: Input<string>;
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
    const plan = JSON.stringify({ bootstrap: kafkaBootstrap(kafka), topics: args.topics, users: args.users }, null, 2);
    const job = `${kafka.cluster}-provision-${checksum(plan, 10)}`;
    const users = new Secret(
      `${name}-users`,
      { metadata: { name: `${kafka.cluster}-users`, namespace }, stringData: passwords },
      child,
    );
    const wanted = new ConfigMap(
      `${name}-script`,
      { metadata: { name: job, namespace }, data: { "plan.json": plan } },
      child,
    );
    const done = this.#run(name, args, job, wanted.metadata.name, users.metadata.name);
    this.passwords = Object.fromEntries(
      Object.entries(passwords).map(([user, password]) => [user, done.metadata.apply(() => password)]),
    );
    this.registerOutputs({ passwords: this.passwords });
  }

  #run(name: string, args: KafkaProvisioningArgs, job: string, plan: Output<string>, users: Output<string>): Job {
    const { namespace, image, adminSecret, caSecret } = args;
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
              securityContext: podSecurity(provisionerUser),
              containers: [
                {
                  name: "provision",
                  image,
                  resources: { requests: { cpu: "100m", memory: "64Mi" }, limits: { cpu: "1", memory: "192Mi" } },
                  securityContext: containerSecurity,
                  volumeMounts: [
                    { name: "plan", mountPath: "/etc/kafka-plan", readOnly: true },
                    { name: "credentials", mountPath: "/etc/kafka-credentials", readOnly: true },
                    { name: "users", mountPath: "/etc/kafka-users", readOnly: true },
                  ],
                },
              ],
              volumes: [
                { name: "plan", configMap: { name: plan } },
                { name: "credentials", ...credentials },
                { name: "users", secret: { secretName: users, defaultMode: 0o440 } },
              ],
            },
          },
        },
      },
      { parent: this },
    );
  }
}
