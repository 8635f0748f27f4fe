import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { secret, type Properties, textOf } from "../rpc/property-values.ts";

const curves: Record<string, string> = { P224: "secp224r1", P256: "prime256v1", P384: "secp384r1", P521: "secp521r1" };

/** A new key pair by `algorithm` (`RSA`, `ECDSA`, `ED25519`), `rsaBits` and `ecdsaCurve`; the private forms are secret. */
export function privateKey(inputs: Properties): Properties & { id: string } {
  const key = generate(textOf(inputs["algorithm"]), inputs);
  const publicKey = createPublicKey(key);
  const pkcs8 = String(key.export({ type: "pkcs8", format: "pem" }));
  const type = { RSA: "pkcs1", ECDSA: "sec1", ED25519: "pkcs8" }[textOf(inputs["algorithm"])] as "pkcs8";
  const id = createHash("sha1")
    .update(publicKey.export({ type: "spki", format: "der" }))
    .digest("hex");
  return {
    id,
    privateKeyPem: secret(String(key.export({ type, format: "pem" }))),
    privateKeyPemPkcs8: secret(pkcs8),
    publicKeyPem: String(publicKey.export({ type: "spki", format: "pem" })),
  };
}

/** The published name of a PEM key's algorithm. */
export function keyAlgorithmOf(pem: unknown): string {
  const type = createPrivateKey(textOf(pem)).asymmetricKeyType;
  return type === "ec" ? "ECDSA" : String(type).toUpperCase();
}

function generate(algorithm: string, inputs: Properties): KeyObject {
  if (algorithm === "RSA") return generateKeyPairSync("rsa", { modulusLength: Number(inputs["rsaBits"]) }).privateKey;
  if (algorithm === "ED25519") return generateKeyPairSync("ed25519").privateKey;
  const namedCurve = curves[textOf(inputs["ecdsaCurve"])];
  if (algorithm === "ECDSA" && namedCurve) return generateKeyPairSync("ec", { namedCurve }).privateKey;
  throw new Error(`no such key: ${algorithm} ${textOf(inputs["ecdsaCurve"])}`);
}
