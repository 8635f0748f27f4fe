import { all, ComponentResource, type ComponentResourceOptions, type Output } from "@pulumi/pulumi";
import { CertRequest } from "@pulumi/tls/certRequest.js";
import { LocallySignedCert } from "@pulumi/tls/locallySignedCert.js";
import { PrivateKey } from "@pulumi/tls/privateKey.js";
import { SelfSignedCert } from "@pulumi/tls/selfSignedCert.js";
import { checksum } from "../model/checksum.ts";
import { firstGeneration, type CaGenerations } from "../model/ca-generations.ts";

/** A certificate and its key, PEM. */
export interface IssuedCertificate {
  readonly certificate: Output<string>;
  /** PKCS #8, a secret. */
  readonly privateKey: Output<string>;
}

const hoursPerDay = 24;

/** Whom a certificate names, and what it is good for. */
interface Purpose {
  readonly dnsNames?: string[];
  readonly ipAddresses?: string[];
  readonly isCaCertificate?: boolean;
  readonly allowedUses: string[];
  /** How long before its end the next `up` renews it. */
  readonly renewalDays: number;
}

/** Arguments of {@link CertificateAuthority}. */
export interface CertificateAuthorityArgs {
  /** What its certificates are called; the keys after the first one add their number. @default "todo-platform-ca" */
  readonly commonName?: string;
  readonly validityDays: number;
  /** Which of its keys is used; see docs/runbooks/ca-rotation.md. @default the first one, and nothing else */
  readonly generations?: CaGenerations | undefined;
}

interface Generation {
  readonly key: PrivateKey;
  readonly certificate: SelfSignedCert;
}

/**
 * A CA of the platform's own, as the one that signs the certificates of Kafka and PostgreSQL. The key lives only in the
 * stack's encrypted state.
 *
 * @example const ca = new CertificateAuthority("ca", { validityDays: 3650 });
 */
export class CertificateAuthority extends ComponentResource {
  /** The CA certificates that are trusted, PEM, the newest first; public. */
  readonly certificate: Output<string>;
  /** Changes with them. */
  readonly revision: Output<string>;
  readonly #signing: Generation;
  readonly #name: string;
  readonly #commonName: string;

  constructor(name: string, args: CertificateAuthorityArgs, options?: ComponentResourceOptions) {
    super("todo-platform:security:CertificateAuthority", name, {}, options);
    this.#name = name;
    this.#commonName = args.commonName ?? "todo-platform-ca";
    const { signing, trusted } = args.generations ?? firstGeneration;
    const made = new Map(
      [...new Set([signing, ...trusted])].map((number) => [number, this.#generation(number, args.validityDays)]),
    );
    const used = made.get(signing);
    if (used === undefined) throw new Error(`generation ${signing} was not made`);
    this.#signing = used;
    const bundle = [...trusted].sort((a, b) => b - a).flatMap((number) => made.get(number)?.certificate.certPem ?? []);
    this.certificate = all(bundle).apply((certificates) => certificates.join(""));
    this.revision = this.certificate.apply((certificates) => checksum(certificates, 16));
    this.registerOutputs({ certificate: this.certificate, revision: this.revision });
  }

  /** A key with its certificate; the first one is named without its number. */
  #generation(number: number, validityDays: number): Generation {
    const name = number === 1 ? this.#name : `${this.#name}-${number}`;
    const key = new PrivateKey(`${name}-key`, { algorithm: "ECDSA", ecdsaCurve: "P256" }, { parent: this });
    const certificate = new SelfSignedCert(
      `${name}-certificate`,
      {
        privateKeyPem: key.privateKeyPem,
        subject: { commonName: number === 1 ? this.#commonName : `${this.#commonName}-${number}` },
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
  issue(server: string, dnsNames: readonly string[]): IssuedCertificate {
    return this.#issue(server, {
      dnsNames: [...dnsNames],
      ipAddresses: ["127.0.0.1"],
      allowedUses: ["digital_signature", "server_auth", "client_auth"],
      renewalDays: 30,
    });
  }

  /** Issues the certificate of an authority below it, valid for a year and renewed 90 days before it ends by the next `up`. */
  issueAuthority(issuer: string): IssuedCertificate {
    const allowedUses = ["cert_signing", "crl_signing", "digital_signature"];
    return this.#issue(issuer, { isCaCertificate: true, allowedUses, renewalDays: 90 });
  }

  #issue(subject: string, { renewalDays, dnsNames, ipAddresses, ...uses }: Purpose): IssuedCertificate {
    const options = { parent: this };
    const child = (role: string): string => `${this.#name}-${subject}-${role}`;
    const key = new PrivateKey(child("key"), { algorithm: "ECDSA", ecdsaCurve: "P256" }, options);
    const names = { ...(dnsNames && { dnsNames }), ...(ipAddresses && { ipAddresses }) };
    const request = new CertRequest(
      child("request"),
      { privateKeyPem: key.privateKeyPem, subject: { commonName: subject }, ...names },
      options,
    );
    const certificate = new LocallySignedCert(
      child("certificate"),
      {
        certRequestPem: request.certRequestPem,
        caPrivateKeyPem: this.#signing.key.privateKeyPem,
        caCertPem: this.#signing.certificate.certPem,
        validityPeriodHours: 365 * hoursPerDay,
        earlyRenewalHours: renewalDays * hoursPerDay,
        ...uses,
      },
      options,
    );
    return { certificate: certificate.certPem, privateKey: key.privateKeyPemPkcs8 };
  }
}
