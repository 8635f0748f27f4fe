import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { runInNewContext } from "node:vm";
import { parse } from "yaml";
import { parseConfig } from "../../infra/config.ts";
import { backupProblems } from "../../infra/model/checks/backup-problems.ts";
import { archiveFields } from "../../infra/model/cnpg/archive.ts";
import { toScheduledBackupManifest } from "../../infra/model/cnpg/manifests.ts";
import type { CnpgDatabaseSpec, DatabaseBackup } from "../../infra/model/database.ts";
import { objectStoreSchema } from "../../infra/model/object-store-schema.ts";
import { databaseFor } from "../../infra/model/profiles/base.ts";
import { targets } from "../../infra/model/targets.ts";
import { alertRuleFile } from "../../infra/reference/alerts-reference.ts";
import { runbookBlocks } from "../support/runbook-blocks.ts";

const text = readFileSync("docs/runbooks/ca-rotation.md", "utf8");

test("every config of the runbook is accepted, and its steps are believe, sign, forget", () => {
  const generations = runbookBlocks("ca-rotation", "yaml").map((block) => {
    const written = parse(block) as Record<string, unknown>;
    const caGenerations = written["todo-platform:caGenerations"];
    expect(parseConfig({ target: "minikube", registry: "localhost:5000", caGenerations })).toHaveProperty("config");
    return caGenerations;
  });
  expect(generations).toEqual([
    { signing: 1, trusted: [1, 2] },
    { signing: 2, trusted: [1, 2] },
    { signing: 2, trusted: [2] },
  ]);
});

test("the alert that asks for the runbook is one of the platform's", () => {
  const [, alert] = /alert `(\w+)`/.exec(text) ?? [];
  expect(alertRuleFile()).toContain(`alert: ${alert}`);
});

/** The data of a block of TypeScript that declares one constant. */
const declared = (block: string): object =>
  runInNewContext(`(${block.slice(block.indexOf("{")).replace("...,", "").replace(/;\s*$/, "")})`) as object;

test("the model accepts what the runbook of restores says, and makes of it what the runbook applies", () => {
  const [first = "", second = ""] = runbookBlocks("postgres-restore", "ts");
  const backup = { ...declared(first), ...declared(second) } as DatabaseBackup;
  expect(objectStoreSchema.safeParse(backup.objectStore).error).toBeUndefined();
  expect(backupProblems("postgres", backup, true)).toEqual([]);

  const database = { ...databaseFor(targets.aks, "todo-app", []), backup } as CnpgDatabaseSpec;
  const [byHand, past] = runbookBlocks("postgres-restore", "yaml").map((block) => parse(block) as { spec: object });
  const { cluster, method, pluginConfiguration } = toScheduledBackupManifest(database)?.spec ?? {};
  expect(byHand?.spec).toEqual({ cluster, method, pluginConfiguration });
  const { bootstrap, externalClusters } = archiveFields(database);
  expect(past?.spec).toEqual({
    instances: 1,
    storage: { size: database.storage },
    bootstrap,
    externalClusters,
  });
});
