import { revealed, type Properties } from "../../../local/pulumi/rpc/property-values.ts";
import { certificateRequest, locallySigned, selfSigned } from "../../../local/pulumi/tls/certificates.ts";
import { privateKey } from "../../../local/pulumi/tls/private-key.ts";

/** A certificate with its key, PEM, as a Secret of type kubernetes.io/tls holds them. */
export interface Issued {
  readonly "tls.crt": string;
  readonly "tls.key": string;
}

/** A CA that signs as the platform's own does. */
export interface Authority {
  readonly certificate: string;
  issue(server: string, dnsNames: readonly string[]): Promise<Issued>;
}

const newKey = (): Readonly<Record<"privateKeyPem" | "privateKeyPemPkcs8", string>> => {
  const made = revealed(privateKey({ algorithm: "ECDSA", ecdsaCurve: "P256" })) as Properties;
  return { privateKeyPem: String(made["privateKeyPem"]), privateKeyPemPkcs8: String(made["privateKeyPemPkcs8"]) };
};
const validity = { validityPeriodHours: 24, earlyRenewalHours: 0 };

/** A CA of a test's own. */
export const createAuthority = async (): Promise<Authority> => {
  const key = newKey();
  const root = await selfSigned({
    privateKeyPem: key.privateKeyPem,
    subject: { commonName: "test-ca" },
    isCaCertificate: true,
    allowedUses: ["cert_signing", "crl_signing", "digital_signature"],
    ...validity,
  });
  const certificate = String(root["certPem"]);
  const issue = async (server: string, dnsNames: readonly string[]): Promise<Issued> => {
    const own = newKey();
    const request = await certificateRequest({
      privateKeyPem: own.privateKeyPem,
      subject: { commonName: server },
      dnsNames: [...dnsNames],
    });
    const signed = await locallySigned({
      certRequestPem: String(request["certRequestPem"]),
      caPrivateKeyPem: key.privateKeyPem,
      caCertPem: certificate,
      allowedUses: ["digital_signature", "server_auth", "client_auth"],
      ...validity,
    });
    return { "tls.crt": String(signed["certPem"]), "tls.key": own.privateKeyPemPkcs8 };
  };
  return { certificate, issue };
};
