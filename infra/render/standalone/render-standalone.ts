import { stringify } from "yaml";
import { kafkaTopicNames } from "../../model/kafka.ts";
import type { PlatformSpec } from "../../model/platform-spec.ts";
import type { RenderedFile } from "../rendered-file.ts";
import { toResourceFiles } from "./resource-files.ts";
import { toRunFile } from "./run-file.ts";
import { secretsFile, standalonePlatform } from "./standalone-platform.ts";
import type { StandalonePorts } from "./standalone-ports.ts";
import { toDatabaseScript, type SecretValues } from "./standalone-secrets.ts";

/** File with the SQL that makes databases and roles. */
export const databaseScript = "databases.sql";

/** What `dapr run -f` reads. */
export const runFileName = "dapr.yaml";

/** What {@link renderStandalone} needs. */
export interface StandaloneArgs {
  readonly ports: StandalonePorts;
  readonly secrets: SecretValues;
  /** Folder of an app's bundle, relative to the export. */
  readonly appFolder: (app: string) => string;
}

const yaml = (content: object): string => stringify(content, { lineWidth: 0, aliasDuplicateObjects: false });

const readMe = (
  platform: PlatformSpec,
  { kafka, postgres }: StandalonePorts,
): string => `# The platform without Kubernetes

Written by \`todo-platform render --target standalone\`; write it anew after a change of the model.

\`todo-platform dev --standalone\` starts everything: Kafka, PostgreSQL, Dapr's scheduler and placement, and each app of
\`${runFileName}\` with its sidecar. With the Dapr CLI instead, in this folder:

1. Kafka without users on 127.0.0.1:${kafka}, with the topics of \`topics.txt\`.
2. PostgreSQL on 127.0.0.1:${postgres}; run \`${databaseScript}\` as its superuser.
3. \`dapr init\` once, the apps' bundles by \`npm run build:apps\` in the checkout, then \`dapr run -f .\`

What differs from a cluster: no mTLS, so no access control between apps; no traces; Kafka without users and ACLs; secrets
in \`${secretsFile}\` instead of ${platform.secretStore}.
`;

/**
 * A platform as the files of Dapr's multi-app run: each app, sidecar, component and Configuration as on a cluster, with
 * servers on loopback. Upstream: docs.dapr.io/developing-applications/local-development/multi-app-dapr-run.
 */
export const renderStandalone = (
  platform: PlatformSpec,
  { ports, secrets, appFolder }: StandaloneArgs,
): RenderedFile[] => {
  const local = standalonePlatform(platform, ports);
  return [
    { path: "README.md", text: readMe(platform, ports) },
    { path: ".gitignore", text: `${secretsFile}\n${databaseScript}\nnames.db*\n` },
    { path: runFileName, text: yaml(toRunFile(local, ports, appFolder)) },
    ...toResourceFiles(local).map(({ path, content }) => ({ path, text: yaml(content) })),
    { path: "topics.txt", text: `${kafkaTopicNames(platform.topology).join("\n")}\n` },
    { path: databaseScript, text: toDatabaseScript(platform, secrets), secret: true },
    { path: secretsFile, text: `${JSON.stringify(secrets, undefined, 2)}\n`, secret: true },
  ];
};
