import { all, ComponentResource, type ComponentResourceOptions, type Output } from "@pulumi/pulumi";
import { CertRequest } from "@pulumi/tls/certRequest.js";
import { LocallySignedCert } from "@pulumi/tls/locallySignedCert.js";
import { PrivateKey } from "@pulumi/tls/privateKey.js";
import { SelfSignedCert } from "@pulumi/tls/selfSignedCert.js";
import { firstGeneration, type CaGenerations } from "../model/ca-generations.ts";

/** A server's certificate and key, PEM. */
export interface ServerCertificate {
  readonly certificate: Output<string>;
  /** PKCS #8, a secret. */
  readonly privateKey: Output<string>;
}

const hoursPerDay = 24;

/** Arguments of {@link CertificateAuthority}. */
export interface CertificateAuthorityArgs {
  readonly validityDays: number;
  /** Which of its keys is used; see docs/runbooks/ca-rotation.md. @default the first one, and nothing else */
  readonly generations?: CaGenerations | undefined;
}

interface Generation {
  readonly key: PrivateKey;
  readonly certificate: SelfSignedCert;
}

/**
 * The platform's own CA, which signs the certificates of Kafka and PostgreSQL. The key lives only in the stack's
 * encrypted state.
 *
 * @example const ca = new CertificateAuthority("ca", { validityDays: 3650 });
 */
export class CertificateAuthority extends ComponentResource {
  /** The CA certificates that are trusted, PEM, the newest first; public. */
  readonly certificate: Output<string>;
  readonly #signing: Generation;
  readonly #name: string;

  constructor(name: string, args: CertificateAuthorityArgs, options?: ComponentResourceOptions) {
    super("todo-platform:security:CertificateAuthority", name, {}, options);
    this.#name = name;
    const { signing, trusted } = args.generations ?? firstGeneration;
    const made = new Map(
      [...new Set([signing, ...trusted])].map((number) => [number, this.#generation(number, args.validityDays)]),
    );
    const used = made.get(signing);
    if (used === undefined) throw new Error(`generation ${signing} was not made`);
    this.#signing = used;
    const bundle = [...trusted].sort((a, b) => b - a).flatMap((number) => made.get(number)?.certificate.certPem ?? []);
    this.certificate = all(bundle).apply((certificates) => certificates.join(""));
    this.registerOutputs({ certificate: this.certificate });
  }

  /** A key with its certificate; the first one is named without its number. */
  #generation(number: number, validityDays: number): Generation {
    const name = number === 1 ? this.#name : `${this.#name}-${number}`;
    const key = new PrivateKey(`${name}-key`, { algorithm: "ECDSA", ecdsaCurve: "P256" }, { parent: this });
    const certificate = new SelfSignedCert(
      `${name}-certificate`,
      {
        privateKeyPem: key.privateKeyPem,
        subject: { commonName: number === 1 ? "todo-platform-ca" : `todo-platform-ca-${number}` },
        isCaCertificate: true,
        validityPeriodHours: validityDays * hoursPerDay,
        allowedUses: ["cert_signing", "crl_signing", "digital_signature"],
      },
      { parent: this },
    );
    return { key, certificate };
  }

  /**
   * Issues a certificate for a server, valid for a year and renewed 30 days before it ends by the next `up`.
   * It also serves as client certificate, for brokers that talk to themselves.
   */
  issue(server: string, dnsNames: readonly string[]): ServerCertificate {
    const options = { parent: this };
    const child = (role: string): string => `${this.#name}-${server}-${role}`;
    const key = new PrivateKey(child("key"), { algorithm: "ECDSA", ecdsaCurve: "P256" }, options);
    const request = new CertRequest(
      child("request"),
      {
        privateKeyPem: key.privateKeyPem,
        subject: { commonName: server },
        dnsNames: [...dnsNames],
        ipAddresses: ["127.0.0.1"],
      },
      options,
    );
    const certificate = new LocallySignedCert(
      child("certificate"),
      {
        certRequestPem: request.certRequestPem,
        caPrivateKeyPem: this.#signing.key.privateKeyPem,
        caCertPem: this.#signing.certificate.certPem,
        validityPeriodHours: 365 * hoursPerDay,
        earlyRenewalHours: 30 * hoursPerDay,
        allowedUses: ["digital_signature", "server_auth", "client_auth"],
      },
      options,
    );
    return { certificate: certificate.certPem, privateKey: key.privateKeyPemPkcs8 };
  }
}
