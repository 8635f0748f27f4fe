import { describe, expect, test } from "vitest";
import { checkPlatform } from "../../../infra/model/checks/check-platform.ts";
import { definePlatform } from "../../../infra/model/platform.ts";
import { PlatformError } from "../../../infra/model/problems.ts";
import { modelChecks } from "../../../infra/model/checks/docs/model-checks.ts";
import { soundClusters } from "./kafka-mistakes.ts";
import { soundDatabases } from "./database-mistakes.ts";
import { mistakes } from "./mistakes.ts";
import { soundRedis } from "./redis-mistakes.ts";
import { soundServers } from "./server-mistakes.ts";
import { brokenPlatform, localPlatform } from "../platforms.ts";

describe("the model refuses", () => {
  test.each(mistakes)("%s", (_, change, problems) => {
    expect(checkPlatform(brokenPlatform(change)).map(({ code, path }) => [code, path])).toEqual(problems);
  });

  test("by every code that it has", () => {
    const tested = new Set(mistakes.flatMap(([, , problems]) => problems.map(([code]) => code)));
    const documented = modelChecks.map(({ code }) => code);
    expect(documented.filter((code) => !tested.has(code))).toEqual([]);
    expect([...tested].filter((code) => !documented.includes(code))).toEqual([]);
  });

  test("not what is accepted with a reason", () => {
    const accepted = brokenPlatform((p) => {
      p.trustDomain = "public";
      p.suppressions = [{ code: "TP0110", path: "trustDomain", reason: "one app, no access rules" }];
    });
    expect(checkPlatform(accepted)).toEqual([]);
  });

  test("nothing of the platform as it stands", () => {
    expect(checkPlatform(localPlatform)).toEqual([]);
  });

  test.each([...soundClusters, ...soundDatabases, ...soundRedis, ...soundServers])("nothing of %s", (_, change) => {
    expect(checkPlatform(brokenPlatform(change))).toEqual([]);
  });

  test("everything at once, with path, value and remedy", () => {
    const broken = brokenPlatform((p) => {
      p.topology.topics["task-events"].publishers = ["todo-backnd"];
      p.topology.topics["task-events-dead-letter"] = {
        events: [],
        publishers: ["todo-backend"],
        subscribers: { "audit-service": { route: "/x" } },
      };
      p.tracing.samplingRate = 2;
    });
    expect(() => definePlatform(broken)).toThrow(PlatformError);
    expect(() => definePlatform(broken)).toThrowErrorMatchingInlineSnapshot(`
      [PlatformError: The platform has 3 problem(s); nothing was applied.
      error TP0108 at tracing.samplingRate: is too large (value: 2)
        remedy: Use at most 1.
      error TP0103 at topology.topics.task-events-dead-letter: duplicates the dead-letter topic that its sibling brings (value: "task-events-dead-letter")
        remedy: Remove it: each topic brings its dead-letter topic.
      error TP0201 at topology.topics.task-events.publishers[0]: is no app of the topology (value: "todo-backnd")
        remedy: Did you mean "todo-backend"?]
    `);
  });
});

test("a platform that passed cannot be changed any more", () => {
  expect(() => {
    (localPlatform.kafka as { partitions: number }).partitions = 1;
  }).toThrow(TypeError);
});
