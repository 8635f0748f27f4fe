import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { targets } from "../../../infra/model/targets.ts";
import { todoPlatform } from "../../../infra/model/todo.ts";
import { toManifests } from "../../../infra/model/dapr/manifests.ts";
import { renderStandalone } from "../../../infra/render/standalone/render-standalone.ts";
import { standalonePorts } from "../../../infra/render/standalone/standalone-ports.ts";
import { standaloneSecrets } from "../../../infra/render/standalone/standalone-secrets.ts";
import { readRunFile } from "../../../local/standalone/run-file.ts";

const platform = todoPlatform(targets.local);
const ports = standalonePorts(platform);
let count = 0;
const random = (length: number): string => `value-${++count}-`.padEnd(length, "x");
const secrets = standaloneSecrets(platform, ports.postgres, random);
const files = renderStandalone(platform, { ports, secrets, appFolder: (app) => `../apps/${app}/dist` });
const textOf = (path: string): string => files.find((file) => file.path === path)?.text ?? "";
const apps = readRunFile(textOf("dapr.yaml"));

interface Item {
  readonly name: string;
  readonly value?: string;
}
const metadataOf = (component: string): Record<string, string | undefined> =>
  Object.fromEntries(
    (parse(textOf(`resources/component-${component}.yaml`)).spec.metadata as Item[]).map(({ name, value }) => [
      name,
      value,
    ]),
  );

describe("the export without Kubernetes", () => {
  test("has a file for each Dapr object of the platform, and none of them has a namespace", () => {
    const objects = files
      .filter(({ path }) => path.startsWith("resources/") || path.startsWith("config/"))
      .map(({ text }) => parse(text));
    const names = (of: readonly { kind: string; metadata: { name: string } }[]) =>
      of.map(({ kind, metadata }) => `${kind} ${metadata.name}`).sort();
    expect(names(objects)).toEqual(names(toManifests(platform)));
    expect(objects.filter(({ metadata }) => "namespace" in metadata)).toEqual([]);
  });

  test("its resources lie in one folder: daprd does not look below it", () => {
    const paths = files.map(({ path }) => path).filter((path) => path.startsWith("resources/"));
    expect(paths.filter((path) => path.split("/").length !== 2)).toEqual([]);
  });

  test("reaches nothing of a cluster, and listens on loopback", () => {
    expect(files.filter(({ text }) => text.includes("svc.cluster.local")).map(({ path }) => path)).toEqual([]);
    expect(metadataOf("kafka-pubsub")).toMatchObject({ brokers: "127.0.0.1:9092", authType: "none" });
    expect(metadataOf("mail")).toMatchObject({ host: "127.0.0.1", port: "1025" });
    expect(metadataOf("push")).toMatchObject({ url: "http://127.0.0.1:8025/push" });
    expect(apps.map(({ env, apiListenAddresses }) => [env?.["APP_HOST"], apiListenAddresses])).toEqual(
      apps.map(() => ["127.0.0.1", "127.0.0.1"]),
    );
  });

  test("runs every app of the topology and the sink, each with ports that nobody else has", () => {
    expect(apps.map(({ appID, appPort }) => [appID, appPort])).toEqual([
      ...Object.entries(platform.topology.apps).map(([app, { port }]) => [app, port]),
      ["message-sink", 8025],
    ]);
    const all = apps.flatMap((app) => [
      app.appPort,
      app.daprHTTPPort,
      app.daprGRPCPort,
      app.daprInternalGRPCPort,
      app.metricsPort,
    ]);
    const others = [ports.kafka, ports.postgres, ports.scheduler, ports.placement, ports.smtp];
    expect(new Set([...all, ...others]).size).toBe(all.length + others.length);
  });

  test("an offset moves every port, and one that leaves no port is refused", () => {
    const moved = standalonePorts(platform, 1000);
    expect(moved.kafka).toBe(10_092);
    expect(Object.values(moved.apps).map(({ app }) => app)).toEqual(
      Object.values(ports.apps).map(({ app }) => app + 1000),
    );
    expect(() => standalonePorts(platform, 20_000)).toThrow(/choose one from -1024 to 15529$/);
  });

  test("keeps access to secrets and topics as it is on a cluster, and leaves out what needs identities", () => {
    const configuration = parse(textOf("config/app-config-audit-service.yaml"));
    expect(Object.keys(configuration.spec).sort()).toEqual(["logging", "metric", "nameResolution", "secrets"]);
    expect(configuration.spec.secrets.scopes).toEqual([
      {
        storeName: "kubernetes-secrets",
        defaultAccess: "deny",
        allowedSecrets: ["audit-postgres-credentials", "jwt-secret"],
      },
    ]);
    expect(metadataOf("kafka-pubsub")["subscriptionScopes"]).toContain("mcp-tools=;");
  });

  test("values of secrets stand in files that are marked so, and in no other", () => {
    const values = Object.values(secrets).flatMap((keys) => Object.values(keys));
    const passwords = values.map((value) => (value.startsWith("postgresql:") ? new URL(value).password : value));
    const secretive = passwords.filter((value) => value !== "demo");
    expect(secretive.length).toBeGreaterThanOrEqual(5);
    const open = files.filter(({ secret }) => secret === undefined);
    expect(open.filter(({ text }) => secretive.some((value) => text.includes(value)))).toEqual([]);
    expect(files.filter(({ secret }) => secret).map(({ path }) => path)).toEqual(["databases.sql", "secrets.json"]);
    expect(textOf(".gitignore").split("\n")).toEqual(expect.arrayContaining(["databases.sql", "secrets.json"]));
  });

  test("made again, it keeps the secrets and follows the server's port", () => {
    const again = standaloneSecrets(platform, 6432, random, secrets);
    expect(again["jwt-secret"]).toEqual(secrets["jwt-secret"]);
    const [before, after] = [secrets, again].map(
      (all) => new URL(all["postgres-credentials"]?.["connection-string"] ?? ""),
    );
    expect([after?.port, after?.password]).toEqual(["6432", before?.password]);
  });
});
