import { ComponentResource, type ComponentResourceOptions, type Output } from "@pulumi/pulumi";
import { CertRequest } from "@pulumi/tls/certRequest.js";
import { LocallySignedCert } from "@pulumi/tls/locallySignedCert.js";
import { PrivateKey } from "@pulumi/tls/privateKey.js";
import { SelfSignedCert } from "@pulumi/tls/selfSignedCert.js";

/** A server's certificate and key, PEM. */
export interface ServerCertificate {
  readonly certificate: Output<string>;
  /** PKCS #8, a secret. */
  readonly privateKey: Output<string>;
}

const hoursPerDay = 24;

/**
 * The platform's own CA, which signs the certificates of Kafka and PostgreSQL. The key lives only in the stack's
 * encrypted state.
 *
 * @example const ca = new CertificateAuthority("ca", { validityDays: 3650 });
 */
export class CertificateAuthority extends ComponentResource {
  /** The CA certificate, PEM; public. */
  readonly certificate: Output<string>;
  readonly #key: PrivateKey;
  readonly #name: string;

  constructor(name: string, args: { readonly validityDays: number }, options?: ComponentResourceOptions) {
    super("todo-platform:security:CertificateAuthority", name, {}, options);
    this.#name = name;
    this.#key = new PrivateKey(`${name}-key`, { algorithm: "ECDSA", ecdsaCurve: "P256" }, { parent: this });
    const certificate = new SelfSignedCert(
      `${name}-certificate`,
      {
        privateKeyPem: this.#key.privateKeyPem,
        subject: { commonName: "todo-platform-ca" },
        isCaCertificate: true,
        validityPeriodHours: args.validityDays * hoursPerDay,
        allowedUses: ["cert_signing", "crl_signing", "digital_signature"],
      },
      { parent: this },
    );
    this.certificate = certificate.certPem;
    this.registerOutputs({ certificate: this.certificate });
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
        caPrivateKeyPem: this.#key.privateKeyPem,
        caCertPem: this.certificate,
        validityPeriodHours: 365 * hoursPerDay,
        earlyRenewalHours: 30 * hoursPerDay,
        allowedUses: ["digital_signature", "server_auth", "client_auth"],
      },
      options,
    );
    return { certificate: certificate.certPem, privateKey: key.privateKeyPemPkcs8 };
  }
}
