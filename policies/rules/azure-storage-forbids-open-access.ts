import { at, textOf } from "../pack/fields.ts";
import type { Finding, Rule } from "../pack/rule.ts";

export const azureStorageForbidsOpenAccess: Rule = {
  name: "azure-storage-forbids-open-access",
  refuses: "A storage account that is public, or speaks without TLS 1.2.",
  why: "Backups and audit logs lie there: they are the data once more.",
  source: "https://learn.microsoft.com/azure/storage/blobs/security-recommendations",
  severity: "critical",
  kinds: ["azure-native:storage:StorageAccount"],
  check: ({ props }): readonly Finding[] => [
    ...(props["allowBlobPublicAccess"] === false
      ? []
      : [{ key: "allowBlobPublicAccess", problem: "is not false", remedy: "Set it to false." }]),
    ...(at(props, "enableHttpsTrafficOnly") === false
      ? [{ key: "enableHttpsTrafficOnly", problem: "is false", remedy: "Remove it." }]
      : []),
    ...(["TLS1_2", "TLS1_3"].includes(textOf(props["minimumTlsVersion"]))
      ? []
      : [{ key: "minimumTlsVersion", problem: "is below TLS1_2", remedy: "Set it to TLS1_2." }]),
  ],
};
