import "reflect-metadata";
import { createPrivateKey, createPublicKey, randomBytes, webcrypto } from "node:crypto";
import * as x509 from "@peculiar/x509";
import { objectAt, type Properties, textOf } from "../rpc/property-values.ts";
import { expiredChanges } from "./expired-changes.ts";

type Certificate = Properties & { id: string };
type Names = { type: "dns" | "ip" | "url"; value: string }[];

const hour = 3_600_000;
const keyUsages: Record<string, x509.KeyUsageFlags> = {
  digital_signature: x509.KeyUsageFlags.digitalSignature,
  content_commitment: x509.KeyUsageFlags.nonRepudiation,
  key_encipherment: x509.KeyUsageFlags.keyEncipherment,
  data_encipherment: x509.KeyUsageFlags.dataEncipherment,
  key_agreement: x509.KeyUsageFlags.keyAgreement,
  cert_signing: x509.KeyUsageFlags.keyCertSign,
  crl_signing: x509.KeyUsageFlags.cRLSign,
};
const extendedUsages: Record<string, x509.ExtendedKeyUsage> = {
  server_auth: x509.ExtendedKeyUsage.serverAuth,
  client_auth: x509.ExtendedKeyUsage.clientAuth,
  code_signing: x509.ExtendedKeyUsage.codeSigning,
  email_protection: x509.ExtendedKeyUsage.emailProtection,
  timestamping: x509.ExtendedKeyUsage.timeStamping,
  ocsp_signing: x509.ExtendedKeyUsage.ocspSigning,
};
const nameParts = {
  commonName: "CN",
  organization: "O",
  organizationalUnit: "OU",
  country: "C",
  province: "ST",
  locality: "L",
  serialNumber: "SERIALNUMBER",
} as const;

/** A certificate request for a key and its names. */
export async function certificateRequest(inputs: Properties): Promise<Certificate> {
  const { keys, signingAlgorithm } = await importKey(textOf(inputs["privateKeyPem"]));
  const request = await x509.Pkcs10CertificateRequestGenerator.create({
    name: subjectOf(inputs),
    keys,
    signingAlgorithm,
    extensions: alternativeNames(namesOf(inputs)),
  });
  return { id: serial(), certRequestPem: `${request.toString("pem")}\n` };
}

/** A certificate signed by its own key. */
export async function selfSigned(inputs: Properties): Promise<Certificate> {
  const { keys, signingAlgorithm } = await importKey(textOf(inputs["privateKeyPem"]));
  const extensions = [
    ...alternativeNames(namesOf(inputs)),
    ...(await usageExtensions(inputs, keys.publicKey, keys.publicKey)),
  ];
  const [serialNumber, validity] = [serial(), validityOf(inputs)];
  const name = subjectOf(inputs);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber,
    name,
    keys,
    signingAlgorithm,
    extensions,
    ...validity,
  });
  return described(certificate, inputs);
}

/** A certificate for a request, signed by a CA's key. */
export async function locallySigned(inputs: Properties): Promise<Certificate> {
  const request = new x509.Pkcs10CertificateRequest(textOf(inputs["certRequestPem"]));
  if (!(await request.verify())) throw new Error("the certificate request is not signed by its own key");
  const issuer = new x509.X509Certificate(textOf(inputs["caCertPem"]));
  const { keys, signingAlgorithm } = await importKey(textOf(inputs["caPrivateKeyPem"]));
  const requested = request.extensions.filter((extension) => extension instanceof x509.SubjectAlternativeNameExtension);
  const publicKey = (await request.publicKey.export()) as webcrypto.CryptoKey;
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: serial(),
    subject: request.subject,
    issuer: issuer.subject,
    publicKey,
    signingKey: keys.privateKey,
    signingAlgorithm,
    extensions: [...requested, ...(await usageExtensions(inputs, publicKey, keys.publicKey))],
    ...validityOf(inputs),
  });
  return described(certificate, inputs);
}

async function importKey(
  pem: string,
): Promise<{ keys: webcrypto.CryptoKeyPair; signingAlgorithm: webcrypto.Algorithm & { hash?: string } }> {
  const key = createPrivateKey(pem);
  const algorithm = webAlgorithm(key.asymmetricKeyType, key.asymmetricKeyDetails?.namedCurve);
  const pkcs8 = key.export({ type: "pkcs8", format: "der" });
  const spki = createPublicKey(key).export({ type: "spki", format: "der" });
  const keys = {
    privateKey: await webcrypto.subtle.importKey("pkcs8", pkcs8, algorithm, true, ["sign"]),
    publicKey: await webcrypto.subtle.importKey("spki", spki, algorithm, true, ["verify"]),
  };
  return { keys, signingAlgorithm: algorithm };
}

function webAlgorithm(type: string | undefined, curve: string | undefined) {
  if (type === "rsa") return { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
  if (type === "ed25519") return { name: "Ed25519" };
  const named = { prime256v1: ["P-256", "SHA-256"], secp384r1: ["P-384", "SHA-384"], secp521r1: ["P-521", "SHA-512"] }[
    curve ?? ""
  ];
  if (!named) throw new Error(`certificates cannot be made with a key of type ${type} ${curve ?? ""}`);
  return { name: "ECDSA", namedCurve: named[0]!, hash: named[1]! };
}

function subjectOf(inputs: Properties): x509.Name {
  const subject = objectAt(inputs, "subject");
  const parts = Object.entries(nameParts).filter(([part]) => subject[part] !== undefined);
  return new x509.Name(parts.map(([part, name]) => ({ [name]: [textOf(subject[part])] })));
}

function namesOf(inputs: Properties): Names {
  const of = (key: string, type: Names[number]["type"]): Names =>
    ((inputs[key] ?? []) as string[]).map((value) => ({ type, value }));
  return [...of("dnsNames", "dns"), ...of("ipAddresses", "ip"), ...of("uris", "url")];
}

function alternativeNames(names: Names): x509.Extension[] {
  return names.length === 0 ? [] : [new x509.SubjectAlternativeNameExtension(names)];
}

async function usageExtensions(
  inputs: Properties,
  key: webcrypto.CryptoKey,
  issuerKey: webcrypto.CryptoKey,
): Promise<x509.Extension[]> {
  const uses = (inputs["allowedUses"] ?? []) as string[];
  const flags = uses.reduce((all, use) => all | (keyUsages[use] ?? 0), 0);
  const extended = uses.flatMap((use) => extendedUsages[use] ?? []);
  const isCa = inputs["isCaCertificate"] === true;
  const pathLength = inputs["maxPathLength"] === undefined ? undefined : Number(inputs["maxPathLength"]);
  return [
    new x509.BasicConstraintsExtension(isCa, pathLength, true),
    ...(flags ? [new x509.KeyUsagesExtension(flags, true)] : []),
    ...(extended.length > 0 ? [new x509.ExtendedKeyUsageExtension(extended)] : []),
    ...(isCa || inputs["setSubjectKeyId"] === true ? [await x509.SubjectKeyIdentifierExtension.create(key)] : []),
    ...(key !== issuerKey || inputs["setAuthorityKeyId"] === true
      ? [await x509.AuthorityKeyIdentifierExtension.create(issuerKey)]
      : []),
  ];
}

function validityOf(inputs: Properties): { notBefore: Date; notAfter: Date } {
  const start = Math.floor(Date.now() / 1000) * 1000;
  return { notBefore: new Date(start), notAfter: new Date(start + Number(inputs["validityPeriodHours"]) * hour) };
}

function described(certificate: x509.X509Certificate, inputs: Properties): Certificate {
  const [validityStartTime, validityEndTime] = [
    certificate.notBefore.toISOString(),
    certificate.notAfter.toISOString(),
  ];
  const readyForRenewal = expiredChanges({ validityEndTime }, inputs).size > 0;
  const id = BigInt(`0x${certificate.serialNumber}`).toString();
  return { id, certPem: `${certificate.toString("pem")}\n`, validityStartTime, validityEndTime, readyForRenewal };
}

/** A positive serial number of 127 bits. */
function serial(): string {
  const bytes = randomBytes(16);
  bytes[0] = (bytes[0]! & 0x7f) | 0x40;
  return bytes.toString("hex");
}
