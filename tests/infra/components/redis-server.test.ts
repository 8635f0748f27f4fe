import { beforeAll, describe, expect, test } from "vitest";
import { TaskPlatform } from "../../../infra/components/task-platform.ts";
import { toSidecarAnnotations } from "../../../infra/model/dapr/sidecar.ts";
import type { PlatformSpec } from "../../../infra/model/platform-spec.ts";
import { s2Platform } from "../../../infra/model/profiles/s2.ts";
import { targets } from "../../../infra/model/targets.ts";
import { record, type Recorded } from "./record.ts";
import { taskPlatformArgs } from "./task-platform-args.ts";

const platform: PlatformSpec = s2Platform(targets.local);
let graph: Recorded[] = [];
const named = (name: string) => graph.find((resource) => resource.name === name);

beforeAll(async () => {
  graph = await record({}, async () => {
    new TaskPlatform("todo", {
      ...taskPlatformArgs,
      platform,
    });
  });
});

describe("profile S2 keeps its state in Redis of its own", () => {
  test("one pod, non-root, read-only, with the password in a file and nowhere else", () => {
    const { template } = named("todo-redis-server")?.inputs.spec ?? {};
    expect(template.spec.securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 999 });
    const [container] = template.spec.containers;
    expect(container).toMatchObject({
      image: "redis",
      command: ["/bin/sh", "/etc/redis-config/start.sh"],
      securityContext: { readOnlyRootFilesystem: true, capabilities: { drop: ["ALL"] } },
      resources: { requests: { memory: "128Mi" }, limits: { memory: "224Mi" } },
    });
    expect(container.env).toBeUndefined();
    expect(Object.values<string>(named("todo-redis-config")?.inputs.data).join("")).not.toMatch(/requirepass [^%]/);
  });

  test("takes TLS only", () => {
    const conf = named("todo-redis-config")?.inputs.data["redis.conf"].split("\n");
    expect(conf).toEqual(
      expect.arrayContaining(["port 0", "tls-port 6379", "maxmemory 134217728", "maxmemory-policy noeviction"]),
    );
  });

  test("with a Secret for the component, before sidecars load it", () => {
    expect(named("todo-redis-secret")?.inputs.metadata).toEqual({ name: "redis-secret", namespace: "todo-app-prod" });
    expect(named("todo-redis-secret")?.dependencies).toContain("todo-redis-server");
    expect(named("todo-dapr-objects")?.dependencies).toContain("todo-redis-secret");
  });

  test("and sidecars that trust the platform's CA, since the component has no field for one", () => {
    for (const [app, service] of Object.entries(platform.services))
      expect([app, toSidecarAnnotations(platform, app, service)["dapr.io/env"]]).toEqual([
        app,
        "SSL_CERT_FILE=/etc/todo-platform/ca/ca.crt",
      ]);
  });

  test("which in production is a managed server, named by its Secret", () => {
    const production: PlatformSpec = s2Platform(targets.doks);
    expect(production.redis).toMatchObject({ kind: "external", tls: true });
    expect(production.existingSecrets).toEqual(["redis-secret"]);
    expect(production.components["statestore"]?.metadata).toContainEqual({
      name: "redisHost",
      secretKeyRef: { name: "redis-secret", key: "host" },
    });
    for (const [app, service] of Object.entries(production.services))
      expect(toSidecarAnnotations(production, app, service)["dapr.io/env"]).toBeUndefined();
  });
});
