import { z } from "zod";
import { form, name } from "./schema-values.ts";

/** The form of a store that the platform makes an ObjectStore of. */
export const objectStoreSchema = z.strictObject({
  destinationPath: form(
    /^(s3|https):\/\/[^/\s]+(\/[^/\s]+)*\/?$/,
    "is no folder of an object store",
    "Write it as s3://bucket/folder or https://account.blob.core.windows.net/container/folder.",
  ),
  endpointUrl: form(
    /^https?:\/\/[^/\s]+$/,
    "is no address",
    "Write it as https://fra1.digitaloceanspaces.com.",
  ).optional(),
  credentials: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("s3-keys"), secret: name, accessKeyId: name, secretAccessKey: name }),
    z.strictObject({ kind: z.literal("azure-workload-identity"), clientId: name }),
  ]),
  retention: form(/^[1-9]\d*[dwm]$/, "is no time to keep backups", "Write it as 30d, 4w or 6m."),
});
