import { webcrypto } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import "reflect-metadata";
import * as x509 from "@peculiar/x509";
import type { ClusterPlan } from "./cluster-plan.ts";
import { nodeNetwork } from "./cluster-plan.ts";

const ALGORITHM = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } as const;
const DAY_MS = 86_400_000;
const CA_DAYS = 3650;
const LEAF_DAYS = 365;

/** A certificate to issue: its subject, and the names it serves under when it is a server's. */
interface Leaf {
  readonly commonName: string;
  readonly organization?: string;
  readonly serves?: readonly string[];
  /**
   * Which authority signs it: etcd trusts one of its own, so that no other client certificate opens it; and who shows a
   * certificate of the front proxy's may speak in anybody's name, so that only the apiserver gets one.
   */
  readonly authority?: "ca" | "etcd-ca" | "front-proxy-ca";
}

/** The certificates of a cluster by file name; RBAC knows the clients by these subjects. */
export function leafCertificates(plan: ClusterPlan): Readonly<Record<string, Leaf>> {
  const { nodeIp, name } = plan;
  const apiserverNames = [
    "kubernetes",
    "kubernetes.default",
    "kubernetes.default.svc",
    "kubernetes.default.svc.cluster.local",
    "localhost",
  ];
  return {
    apiserver: {
      commonName: "kube-apiserver",
      serves: [...apiserverNames, "127.0.0.1", nodeIp, nodeNetwork.kubernetesService],
    },
    "apiserver-kubelet-client": { commonName: "kube-apiserver-kubelet-client" },
    kubelet: { commonName: `system:node:${name}`, organization: "system:nodes" },
    "kubelet-serving": { commonName: name, serves: [name, nodeIp] },
    "controller-manager": { commonName: "system:kube-controller-manager" },
    scheduler: { commonName: "system:kube-scheduler" },
    "kube-proxy": { commonName: "system:kube-proxy" },
    admin: { commonName: "todo-platform-admin", organization: "system:masters" },
    etcd: { commonName: "etcd", serves: [nodeIp, "127.0.0.1"], authority: "etcd-ca" },
    "etcd-client": { commonName: "kube-apiserver", authority: "etcd-ca" },
    "front-proxy-client": { commonName: "front-proxy-client", authority: "front-proxy-ca" },
  };
}

/**
 * Writes a cluster's certificates into a folder. The three authorities and the service-account key are made once; the
 * others are issued anew at every start, so that none ever expires.
 */
export async function writeCertificates(folder: string, plan: ClusterPlan): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const authorities = {
    ca: await authority(folder, "ca"),
    "etcd-ca": await authority(folder, "etcd-ca"),
    "front-proxy-ca": await authority(folder, "front-proxy-ca"),
  };
  await serviceAccountKey(folder);
  for (const [name, leaf] of Object.entries(leafCertificates(plan))) {
    await issue(folder, name, leaf, authorities[leaf.authority ?? "ca"]);
  }
}

interface Authority {
  readonly certificate: x509.X509Certificate;
  readonly key: webcrypto.CryptoKey;
}

async function authority(folder: string, name: string): Promise<Authority> {
  const [certFile, keyFile] = [join(folder, `${name}.crt`), join(folder, `${name}.key`)];
  if (existsSync(certFile) && existsSync(keyFile)) {
    const der = x509.PemConverter.decodeFirst(await readFile(keyFile, "utf8"));
    const key = await webcrypto.subtle.importKey("pkcs8", der, ALGORITHM, true, ["sign"]);
    return { certificate: new x509.X509Certificate(await readFile(certFile, "utf8")), key };
  }
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ["sign", "verify"]);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: `CN=todo-platform ${name}`,
    keys,
    signingAlgorithm: ALGORITHM,
    ...validity(CA_DAYS),
    extensions: [
      new x509.BasicConstraintsExtension(true, undefined, true),
      new x509.KeyUsagesExtension(
        x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign | x509.KeyUsageFlags.digitalSignature,
        true,
      ),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  await writeFile(keyFile, await privatePem(keys.privateKey), { mode: 0o600 });
  await writeFile(certFile, certificate.toString("pem"));
  return { certificate, key: keys.privateKey };
}

async function issue(folder: string, name: string, leaf: Leaf, by: Authority): Promise<void> {
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ["sign", "verify"]);
  const usages = [x509.ExtendedKeyUsage.clientAuth, ...(leaf.serves ? [x509.ExtendedKeyUsage.serverAuth] : [])];
  const names = (leaf.serves ?? []).map((value) => ({ type: /^[0-9.]+$/.test(value) ? "ip" : "dns", value }) as const);
  const certificate = await x509.X509CertificateGenerator.create({
    subject: [{ CN: [leaf.commonName] }, ...(leaf.organization === undefined ? [] : [{ O: [leaf.organization] }])],
    issuer: by.certificate.subject,
    signingKey: by.key,
    publicKey: keys.publicKey,
    signingAlgorithm: ALGORITHM,
    ...validity(LEAF_DAYS),
    extensions: [
      new x509.BasicConstraintsExtension(false),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension(usages),
      await x509.AuthorityKeyIdentifierExtension.create(by.certificate),
      ...(names.length === 0 ? [] : [new x509.SubjectAlternativeNameExtension(names)]),
    ],
  });
  await writeFile(join(folder, `${name}.key`), await privatePem(keys.privateKey), { mode: 0o600 });
  await writeFile(join(folder, `${name}.crt`), certificate.toString("pem"));
}

async function serviceAccountKey(folder: string): Promise<void> {
  const file = join(folder, "service-account.key");
  if (existsSync(file)) return;
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ["sign", "verify"]);
  const publicKey = await webcrypto.subtle.exportKey("spki", keys.publicKey);
  await writeFile(join(folder, "service-account.pub"), x509.PemConverter.encode(publicKey, "PUBLIC KEY"));
  await writeFile(file, await privatePem(keys.privateKey), { mode: 0o600 });
}

async function privatePem(key: webcrypto.CryptoKey): Promise<string> {
  return x509.PemConverter.encode(await webcrypto.subtle.exportKey("pkcs8", key), "PRIVATE KEY");
}

function validity(days: number): { notBefore: Date; notAfter: Date } {
  // An hour back, for machines whose clock jumps.
  return { notBefore: new Date(Date.now() - 3_600_000), notAfter: new Date(Date.now() + days * DAY_MS) };
}
