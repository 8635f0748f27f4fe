import { generatedKind } from "../rpc/generated-kind.ts";
import type { ResourceKind, ResourcePlugin } from "../rpc/resource-kind.ts";
import { expiredChanges } from "./expired-changes.ts";
import { keyAlgorithmOf, privateKey } from "./private-key.ts";

const certificateDefaults = {
  earlyRenewalHours: 0,
  isCaCertificate: false,
  setAuthorityKeyId: false,
  setSubjectKeyId: false,
};
const certificateOutputs = ["certPem", "validityStartTime", "validityEndTime", "readyForRenewal"];

/** Certificates and their ASN.1, loaded when one is made: a preview makes none. */
const certificates = () => import("./certificates.ts");

const kinds: Record<string, ResourceKind> = {
  PrivateKey: generatedKind({
    defaults: { ecdsaCurve: "P224", rsaBits: 2048 },
    outputs: ["privateKeyPem", "privateKeyPemPkcs8", "publicKeyPem"],
    generate: privateKey,
  }),
  CertRequest: generatedKind({
    outputs: ["certRequestPem", "keyAlgorithm"],
    generate: async (inputs) => ({
      ...(await (await certificates()).certificateRequest(inputs)),
      keyAlgorithm: keyAlgorithmOf(inputs["privateKeyPem"]),
    }),
  }),
  SelfSignedCert: generatedKind({
    defaults: certificateDefaults,
    outputs: [...certificateOutputs, "keyAlgorithm"],
    generate: async (inputs) => ({
      ...(await (await certificates()).selfSigned(inputs)),
      keyAlgorithm: keyAlgorithmOf(inputs["privateKeyPem"]),
    }),
    expired: expiredChanges,
  }),
  LocallySignedCert: generatedKind({
    defaults: certificateDefaults,
    outputs: [...certificateOutputs, "caKeyAlgorithm"],
    generate: async (inputs) => ({
      ...(await (await certificates()).locallySigned(inputs)),
      caKeyAlgorithm: keyAlgorithmOf(inputs["caPrivateKeyPem"]),
    }),
    expired: expiredChanges,
  }),
};

/** What is used of the tls plugin, under its published type tokens. */
export function tlsProvider(version: string): ResourcePlugin {
  return {
    version,
    kind(type) {
      const kind = kinds[type.split(":").pop() ?? ""];
      if (kind) return kind;
      throw new Error(`${type} is not offered by the bundled tls provider; use the published one`);
    },
  };
}
