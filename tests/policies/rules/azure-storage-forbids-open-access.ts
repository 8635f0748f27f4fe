import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "public blobs",
    (graph) => {
      graph.props("storage:StorageAccount backups").allowBlobPublicAccess = true;
    },
    [
      "azure-storage-forbids-open-access: storage:StorageAccount backups: allowBlobPublicAccess is not false. Set it to false.",
    ],
  ),
  broken(
    "an old TLS",
    (graph) => {
      graph.props("storage:StorageAccount backups").minimumTlsVersion = "TLS1_0";
    },
    [
      "azure-storage-forbids-open-access: storage:StorageAccount backups: minimumTlsVersion is below TLS1_2. Set it to TLS1_2.",
    ],
  ),
];
