import { X509Certificate } from "node:crypto";
import { mkdtemp, readFile, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { leafCertificates, writeCertificates } from "../../../local/cluster/certificates.ts";

const plan = {
  name: "unit",
  nodeIp: "172.31.200.2",
  hostIp: "172.31.200.1",
  registry: "172.31.200.2:5000",
  ports: { apiserver: 1, ui: 2, traces: 3 },
};
let folder: string;

const certificate = async (name: string): Promise<X509Certificate> =>
  new X509Certificate(await readFile(join(folder, `${name}.crt`)));

beforeAll(async () => {
  folder = join(await mkdtemp(join(tmpdir(), "pki-")), "pki");
  await writeCertificates(folder, plan);
});

test.each(Object.entries(leafCertificates(plan)))("%s is signed by its authority and no other", async (name, leaf) => {
  const issued = await certificate(name);
  const verified: string[] = [];
  for (const authority of ["ca", "etcd-ca", "front-proxy-ca"])
    if (issued.verify((await certificate(authority)).publicKey)) verified.push(authority);
  expect(verified).toEqual([leaf.authority ?? "ca"]);
  expect(issued.ca).toBe(false);
});

test("the apiserver's certificate holds for every way to reach it", async () => {
  const { subjectAltName } = await certificate("apiserver");
  for (const name of ["kubernetes.default.svc", "127.0.0.1", plan.nodeIp, "10.96.0.1"])
    expect(subjectAltName).toContain(name);
});

test("clients carry the subjects that the roles name", async () => {
  expect((await certificate("kubelet")).subject).toBe("CN=system:node:unit\nO=system:nodes");
  expect((await certificate("admin")).subject).toBe("CN=todo-platform-admin\nO=system:masters");
});

test("keys are readable by their owner only", async () => {
  for (const name of ["ca", "admin", "service-account"])
    expect((await stat(join(folder, `${name}.key`))).mode & 0o777).toBe(0o600);
});

test("a second start keeps the authorities and renews the rest", async () => {
  const before = await Promise.all(["ca", "etcd-ca", "admin"].map(certificate));
  await writeCertificates(folder, plan);
  const after = await Promise.all(["ca", "etcd-ca", "admin"].map(certificate));
  expect(after.map(({ fingerprint }, i) => fingerprint === before[i]?.fingerprint)).toEqual([true, true, false]);
  expect(after[2]?.verify((after[0] as X509Certificate).publicKey)).toBe(true);
});
