import { archiveFolder } from "../cnpg/archive.ts";
import type { DatabaseBackup } from "../database.ts";
import type { ObjectStoreSpec } from "../object-store.ts";
import type { Problem } from "../problems.ts";
import { error } from "./error.ts";

/** Six fields, the first of which is seconds: five would be read as an error only when the operator sees them. */
const hasSeconds = (schedule: string): boolean => schedule.startsWith("@") || schedule.trim().split(/\s+/).length === 6;

const path = "database.backup";

const schedule = (value: string): Problem =>
  error(
    "TP0432",
    `${path}.schedule`,
    value,
    "has not the six fields that CloudNativePG reads, the first of which is seconds",
    `Write "0 ${value}".`,
  );

const otherStore = (field: keyof ObjectStoreSpec, value: string, message: string, remedy: string): Problem =>
  error("TP0454", `${path}.objectStore.${field}`, value, message, remedy);

const storeProblems = (
  { destinationPath, endpointUrl, credentials }: ObjectStoreSpec,
  highAvailability: boolean,
): Problem[] => [
  ...(credentials.kind === "s3-keys" && !destinationPath.startsWith("s3://")
    ? [
        otherStore(
          "destinationPath",
          destinationPath,
          "is no folder of a store that the credentials are for",
          "Write it as s3://bucket/folder.",
        ),
      ]
    : []),
  ...(credentials.kind === "azure-workload-identity" && !destinationPath.startsWith("https://")
    ? [
        otherStore(
          "destinationPath",
          destinationPath,
          "is no folder of a store that the credentials are for",
          "Write it as https://account.blob.core.windows.net/container/folder.",
        ),
      ]
    : []),
  ...(credentials.kind === "azure-workload-identity" && endpointUrl !== undefined
    ? [
        otherStore(
          "endpointUrl",
          endpointUrl,
          "is read by no store of Azure, whose address stands in destinationPath",
          "Remove it.",
        ),
      ]
    : []),
  ...(highAvailability && endpointUrl?.startsWith("http://")
    ? [
        error(
          "TP0455",
          `${path}.objectStore.endpointUrl`,
          endpointUrl,
          "takes the whole database, and every change to it, in plain text",
          "Use https, or set dapr.highAvailability to false for development.",
        ),
      ]
    : []),
];

const recoveryProblems = (database: string, backup: DatabaseBackup): Problem[] =>
  backup.recovery?.server === archiveFolder(database, backup)
    ? [
        error(
          "TP0456",
          `${path}.recovery.server`,
          backup.recovery.server,
          "is the folder that the new servers archive to, and they archive to an empty one only",
          `Name another folder for them in ${path}.server, such as "${backup.recovery.server}-2".`,
        ),
      ]
    : [];

/** Backups: where they go, how often they are made, and what a database is restored from. */
export const backupProblems = (database: string, backup: DatabaseBackup, highAvailability: boolean): Problem[] => [
  ...(hasSeconds(backup.schedule) ? [] : [schedule(backup.schedule)]),
  ...(typeof backup.objectStore === "string" ? [] : storeProblems(backup.objectStore, highAvailability)),
  ...recoveryProblems(database, backup),
];
