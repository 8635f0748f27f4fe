import type { SecretReference, SecretKeyReference, SidecarTemplate } from "./dapr/secret-reference.ts";
import { secretKey } from "./dapr/secret-reference.ts";
import { kafkaBootstrap, type KafkaSpec, type OwnKafkaSpec, type SaslMechanism } from "./kafka.ts";

/** Secret with the CA that signed the certificates of the platform's own servers (key `ca.crt`). */
export const platformCaSecret = "platform-ca";

/** Variable of the sidecar that carries its Kafka password; each app has its own, so it cannot be a shared secretKeyRef. */
export const kafkaPasswordVariable = "KAFKA_PASSWORD";

/** Variable of the sidecar with its Kafka user, where the user is no app id. */
export const kafkaUsernameVariable = "KAFKA_USERNAME";

/** Secret with an app's Kafka password (key `password`; at an external cluster also `username`). */
export const kafkaUserSecret = (app: string): string => `${app}-kafka`;

/** How clients reach a cluster and who they are: everything that a component needs, and nothing else. */
export interface KafkaConnection {
  /** Bootstrap addresses, separated by commas. */
  readonly brokers: string;
  /** `false` is plain text; a CA is that of a Secret or, `undefined`, a public one. */
  readonly tls: false | { readonly ca: SecretKeyReference | undefined };
  readonly mechanism: SaslMechanism;
  readonly username: SecretReference | SidecarTemplate;
  readonly password: SecretReference;
}

/** The CA that signed the brokers' certificates: the platform's, unless another issuer is asked. */
const caOf = (kafka: OwnKafkaSpec): SecretKeyReference =>
  kafka.kind === "redpanda" && kafka.certificates.by === "cert-manager"
    ? kafka.certificates.ca
    : secretKey(platformCaSecret, "ca.crt");

/**
 * The one way to connect to each kind of cluster. The platform's own clusters know TLS with a private CA, SCRAM-SHA-512
 * and a user for each app and nothing else: Strimzi makes no other kind of password.
 * Source: strimzi api KafkaUserScramSha512ClientAuthentication, KafkaListenerAuthenticationScramSha512.
 */
export const toKafkaConnection = (kafka: KafkaSpec): KafkaConnection => {
  const brokers = kafkaBootstrap(kafka);
  if (kafka.kind !== "external")
    return {
      brokers,
      tls: { ca: caOf(kafka) },
      mechanism: "SCRAM-SHA-512",
      username: "{appID}",
      password: { envRef: kafkaPasswordVariable },
    };
  const { credentials, tls, mechanism } = kafka;
  const login =
    credentials.kind === "shared"
      ? { username: secretKey(credentials.secret, "username"), password: secretKey(credentials.secret, "password") }
      : { username: { envRef: kafkaUsernameVariable }, password: { envRef: kafkaPasswordVariable } };
  return {
    brokers,
    tls: tls === false ? false : { ca: tls === true ? undefined : tls },
    mechanism,
    ...login,
  };
};

/** Variables of an app's sidecar with its own credentials, and where each comes from. */
export const kafkaVariables = (
  kafka: KafkaSpec | undefined,
  app: string,
): Record<string, { readonly name: string; readonly key: string }> => {
  if (kafka === undefined) return {};
  const name = kafkaUserSecret(app);
  const password = { [kafkaPasswordVariable]: { name, key: "password" } };
  if (kafka.kind !== "external") return password;
  return kafka.credentials.kind === "shared" ? {} : { [kafkaUsernameVariable]: { name, key: "username" }, ...password };
};
