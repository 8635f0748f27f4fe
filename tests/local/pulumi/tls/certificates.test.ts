import { X509Certificate } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Properties } from "../../../../local/pulumi/rpc/property-values.ts";
import type { ResourceRequest, ResourceState } from "../../../../local/pulumi/rpc/resource-kind.ts";
import { tlsProvider } from "../../../../local/pulumi/tls/provider.ts";

const provider = tlsProvider("5.6.1");
const hour = 3_600_000;

function request(fields: Partial<ResourceRequest>): ResourceRequest {
  return { urn: "u", id: "", inputs: {}, oldInputs: {}, state: {}, preview: false, timeout: 0, ...fields };
}
async function create(type: string, given: Properties): Promise<ResourceState> {
  const kind = provider.kind(`tls:index:${type}`);
  const inputs = await kind.check(request({ inputs: given }));
  return await kind.create(request({ inputs }));
}
async function privateKey(algorithm: string, ecdsaCurve = "P256"): Promise<string> {
  const { outputs } = await create("PrivateKey", { algorithm, ecdsaCurve });
  const { value } = outputs["privateKeyPem"] as { value: string };
  return value;
}
async function authority(privateKeyPem: string): Promise<Properties> {
  const subject = { commonName: "authority" };
  const inputs = {
    privateKeyPem,
    subject,
    isCaCertificate: true,
    validityPeriodHours: 48,
    allowedUses: ["cert_signing"],
  };
  return (await create("SelfSignedCert", inputs)).outputs;
}

describe("the bundled tls plugin", () => {
  it.each([
    ["RSA", "-----BEGIN RSA PRIVATE KEY-----"],
    ["ECDSA", "-----BEGIN EC PRIVATE KEY-----"],
    ["ED25519", "-----BEGIN PRIVATE KEY-----"],
  ])("makes a %s key and certificates with it", async (algorithm, header) => {
    const key = await privateKey(algorithm);
    expect(key.split("\n")[0]).toBe(header);
    const caCertPem = (await authority(key))["certPem"] as string;
    const ca = new X509Certificate(caCertPem);
    expect([ca.subject, ca.ca, ca.verify(ca.publicKey)]).toEqual(["CN=authority", true, true]);

    const names = { dnsNames: ["kafka.svc", "localhost"], ipAddresses: ["127.0.0.1"] };
    const own = await privateKey("ECDSA");
    const subject = { commonName: "kafka", organization: "todo" };
    const { outputs } = await create("CertRequest", { privateKeyPem: own, subject, ...names });
    const signing = { certRequestPem: outputs["certRequestPem"], caCertPem, caPrivateKeyPem: key };
    const signed = await create("LocallySignedCert", {
      ...signing,
      validityPeriodHours: 24,
      allowedUses: ["server_auth"],
    });
    const certificate = new X509Certificate(signed.outputs["certPem"] as string);
    expect(certificate.subject).toBe("CN=kafka\nO=todo");
    expect(certificate.subjectAltName).toBe("DNS:kafka.svc, DNS:localhost, IP Address:127.0.0.1");
    expect(certificate.keyUsage).toEqual(["1.3.6.1.5.5.7.3.1"]);
    expect([certificate.ca, certificate.checkIssued(ca), certificate.verify(ca.publicKey)]).toEqual([
      false,
      true,
      true,
    ]);
    expect(Date.parse(certificate.validTo) - Date.parse(certificate.validFrom)).toBe(24 * hour);
  });

  it("renews a certificate that is near its end, and only then", async () => {
    const kind = provider.kind("tls:index:SelfSignedCert");
    const inputs: Properties = { validityPeriodHours: 48, earlyRenewalHours: 12 };
    const endsIn = (hours: number): Properties => ({
      validityEndTime: new Date(Date.now() + hours * hour).toISOString(),
    });
    const fresh = await kind.diff(request({ inputs, oldInputs: inputs, state: endsIn(13) }));
    const due = await kind.diff(request({ inputs, oldInputs: inputs, state: endsIn(11) }));
    expect([...fresh.changes]).toEqual([]);
    expect([[...due.changes], due.replaces]).toEqual([[["readyForRenewal", "update"]], ["readyForRenewal"]]);
  });

  it("names what it does not offer", () => {
    expect(() => provider.kind("tls:index:Other")).toThrow(
      "tls:index:Other is not offered by the bundled tls provider",
    );
  });
});
