import { todoTopology } from "@todo-platform/contracts";
import { createSecretStore, runService } from "@todo-platform/service-kit";
import type { RunningService, Startup } from "@todo-platform/service-kit";
import { openMigrated } from "@todo-platform/service-kit/database";
import { createApp } from "./app.ts";
import { createAuditStore } from "./stores/audit-store.ts";
import { createDeadLetterStore } from "./stores/dead-letter-store.ts";
import { migrations } from "./stores/migrations.ts";
import type { Tables } from "./stores/tables.ts";

async function start({ config, log, dapr }: Startup): Promise<RunningService> {
  const secrets = createSecretStore(dapr, config.SECRET_STORE);
  const [connectionString, jwtKey] = await Promise.all([
    secrets.read("audit-postgres-credentials", "connection-string"),
    secrets.read("jwt-secret", "key"),
  ]);
  const database = await openMigrated<Tables>(connectionString, migrations, log);
  const audit = createAuditStore(database.db);
  const deadLetters = createDeadLetterStore(database.db);
  return {
    app: createApp({ log, appToken: config.APP_API_TOKEN, jwtKey, audit, deadLetters }),
    checks: { database: database.check },
    close: database.close,
  };
}

runService({ appId: "audit-service", port: todoTopology.apps["audit-service"].port, start });
