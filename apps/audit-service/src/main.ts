import { todoTopology } from "@todo-platform/contracts";
import { runService } from "@todo-platform/service-kit";
import type { RunningService, Startup } from "@todo-platform/service-kit";
import { openMigrated } from "@todo-platform/service-kit/database";
import { createApp } from "./app.ts";
import { createReplay } from "./events/replay-dead-letter.ts";
import { createAuditStore } from "./stores/audit-store.ts";
import { createDeadLetterStore } from "./stores/dead-letter-store.ts";
import { migrations } from "./stores/migrations.ts";
import type { Tables } from "./stores/tables.ts";

async function start({ config, log, dapr, secrets }: Startup): Promise<RunningService> {
  const [connectionString, jwtKey] = await Promise.all([
    secrets.read("audit-postgres-credentials", "connection-string"),
    secrets.read("jwt-secret", "key"),
  ]);
  const database = await openMigrated<Tables>(connectionString, migrations, log);
  const audit = createAuditStore(database.db);
  const deadLetters = createDeadLetterStore(database.db);
  const replay = createReplay(dapr, config.PUBSUB_NAME);
  return {
    app: createApp({ log, appToken: config.APP_API_TOKEN, jwtKey, audit, deadLetters, replay }),
    checks: { database: database.check },
    eventChecks: { database: database.check },
    close: database.close,
  };
}

runService({ appId: "audit-service", port: todoTopology.apps["audit-service"].port, start });
