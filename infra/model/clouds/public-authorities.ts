import { X509Certificate } from "node:crypto";
import { rootCertificates } from "node:tls";

/**
 * Roots that sign the certificates of Azure Database for PostgreSQL.
 * Source: learn.microsoft.com/azure/postgresql/security/security-tls#root-cas-used-by-azure-database-for-postgresql.
 */
export const azureDatabaseRoots = ["DigiCert Global Root G2", "Microsoft RSA Root Certificate Authority 2017"] as const;

/**
 * The certificates of public roots by their common names, PEM, from Mozilla's list as Node brings it along. An image of
 * PostgreSQL has no list of its own, and whoever trusts few roots is deceived by few.
 *
 * @throws Error when Node's list has none of one of the names.
 */
export const publicRoots = (names: readonly string[]): string => {
  // The name stands in the certificate as plain bytes; only what may be it is parsed.
  const found = rootCertificates.filter((pem) => {
    const bytes = Buffer.from(pem.split("\n").slice(1, -1).join(""), "base64");
    if (!names.some((name) => bytes.includes(name))) return false;
    return names.includes(/^CN=(.*)$/m.exec(new X509Certificate(pem).subject)?.[1] ?? "");
  });
  if (found.length < names.length) throw new Error(`Node's list of public roots has not all of ${names.join(", ")}`);
  return `${found.join("\n")}\n`;
};
