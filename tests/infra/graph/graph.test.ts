import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changedPart, diffGraphs } from "../../../infra/graph/graph-diff.ts";
import { graphNode, toGraph, type Graph, type GraphEdge } from "../../../infra/graph/graph.ts";
import { layOut } from "../../../infra/graph/layout.ts";
import { toMermaid, toMermaidDiff } from "../../../infra/graph/mermaid.ts";
import { platformGraph } from "../../../infra/graph/platform-graph.ts";
import { toSvg } from "../../../infra/graph/svg.ts";
import { profiles } from "../../../infra/model/profiles/profiles.ts";
import { targets } from "../../../infra/model/targets.ts";

const todo = platformGraph(profiles.default(targets.local));

test("a platform's graph has every app, topic, store and schedule, and every line between them, in one order", () => {
  expect(toMermaid(platformGraph(profiles.s3(targets.local))).split("\n")).toEqual([
    "flowchart LR",
    '  app_backend_service["backend-service"]',
    '  app_notification_service["notification-service"]',
    '  app_recurring_task_service["recurring-task-service"]',
    '  topic_reminders[/"reminders"/]',
    '  topic_task_events[/"task-events"/]',
    '  store_statestore[("statestore")]',
    '  schedule_reminder_cron(["reminder-cron */5 * * * *"])',
    '  app_backend_service -- "publishes" --> topic_reminders',
    '  app_backend_service -- "publishes" --> topic_task_events',
    '  topic_reminders -- "/reminders" --> app_notification_service',
    '  topic_task_events -- "/task-events" --> app_notification_service',
    '  topic_task_events -- "/task-events" --> app_recurring_task_service',
    '  app_backend_service -- "/send-notification" --> app_notification_service',
    '  app_backend_service -- "/process-completion" --> app_recurring_task_service',
    "  app_backend_service -.- store_statestore",
    "  app_notification_service -.- store_statestore",
    '  schedule_reminder_cron -- "/reminder-cron" --> app_backend_service',
  ]);
});

test("the default platform's graph has its bindings and other blocks, with their directions", () => {
  const ofBlocks = todo.edges.filter(({ from, to }) => /binding|block/.test(from + to));
  expect(ofBlocks.map(({ from, kind, to }) => `${from} ${kind} ${to}`)).toEqual([
    "app:notification-service uses binding:mail",
    "app:notification-service uses binding:push",
    "app:todo-backend uses block:assistant",
  ]);
});

const name = fc.string({ minLength: 1, maxLength: 8 });
const anyGraph = fc
  .record({
    apps: fc.uniqueArray(name, { minLength: 1, maxLength: 6 }),
    topics: fc.uniqueArray(name, { minLength: 1, maxLength: 4 }),
    lines: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.string({ maxLength: 8 })), { maxLength: 12 }),
  })
  .map(({ apps, topics, lines }) => ({
    nodes: [...apps.map((app) => graphNode("app", app)), ...topics.map((topic) => graphNode("topic", topic, "detail"))],
    edges: lines.map(([app, topic, label]): GraphEdge => ({
      from: `app:${apps[app % apps.length]}`,
      to: `topic:${topics[topic % topics.length]}`,
      kind: "publishes",
      label,
    })),
  }));

describe("whatever a platform is called", () => {
  test("equal platforms give equal graphs, whatever order they were declared in", () => {
    fc.assert(
      fc.property(anyGraph, ({ nodes, edges }) => {
        expect(toGraph(nodes.toReversed(), edges.toReversed())).toEqual(toGraph(nodes, edges));
      }),
    );
  });

  test("every node has a name of its own in Mermaid, and no text breaks out of its quotes", () => {
    fc.assert(
      fc.property(anyGraph, ({ nodes, edges }) => {
        const lines = toMermaid(toGraph(nodes, edges)).split("\n").slice(1);
        const named = lines.filter((line) => !line.includes("-->")).map((line) => line.trim().split(/[[(/{]/)[0]);
        expect(new Set(named).size).toBe(nodes.length);
        expect(lines.filter((line) => (line.match(/"/g) ?? []).length !== 2)).toEqual([]);
      }),
    );
  });

  test("no node covers another, and every node lies in the picture", () => {
    fc.assert(
      fc.property(anyGraph, ({ nodes, edges }) => {
        const { width, height, nodes: places } = layOut(toGraph(nodes, edges));
        const boxes = [...places.values()].map((box) => ({
          left: box.x - box.width / 2,
          right: box.x + box.width / 2,
          top: box.y - box.height / 2,
          bottom: box.y + box.height / 2,
        }));
        expect(boxes.filter((box) => box.left < 0 || box.top < 0 || box.right > width || box.bottom > height)).toEqual(
          [],
        );
        const covered = boxes.filter((a) =>
          boxes.some((b) => a !== b && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom),
        );
        expect(covered).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test("the picture is well-formed and says everything in words", () => {
    fc.assert(
      fc.property(anyGraph, ({ nodes, edges }) => {
        const svg = toSvg(toGraph(nodes, edges), 'A "title" <of> & signs');
        expect(svg).toContain('<title id="title">A &quot;title&quot; &lt;of&gt; &amp; signs</title>');
        expect((svg.match(/<g><title>/g) ?? []).length).toBe(nodes.length + toGraph(nodes, edges).edges.length);
        expect((svg.match(/<g>/g) ?? []).length).toBe((svg.match(/<\/g>/g) ?? []).length);
      }),
      { numRuns: 40 },
    );
  });

  test("a graph does not differ from itself", () => {
    fc.assert(
      fc.property(anyGraph, ({ nodes, edges }) => {
        const graph = toGraph(nodes, edges);
        expect(changedPart(diffGraphs(graph, graph)).graph).toEqual({ nodes: [], edges: [] });
      }),
    );
  });
});

test("the same graph is the same picture, and its lines end at their nodes", () => {
  expect(toSvg(todo, "t")).toBe(toSvg(todo, "t"));
  const { nodes, edges } = layOut(todo);
  const reach = [...edges].filter(([key, points]) => {
    const to = nodes.get(key.split(" ").at(-1) ?? "");
    const end = points.at(-1);
    return to && end && Math.abs(end.x - to.x) <= to.width / 2 + 1 && Math.abs(end.y - to.y) <= to.height / 2 + 1;
  });
  expect(reach.length).toBe(todo.edges.length);
  const { width, height } = layOut(todo);
  const points = [...edges.values()].flat();
  expect(points.filter(({ x, y }) => x < 0 || y < 0 || x > width || y > height)).toEqual([]);
});

test("a difference shows what is added, removed and changed, with the nodes at its ends", () => {
  const before: Graph = toGraph(
    [graphNode("app", "a"), graphNode("app", "b"), graphNode("topic", "t"), graphNode("schedule", "s", "@hourly")],
    [
      { from: "app:a", to: "topic:t", kind: "publishes", label: "" },
      { from: "topic:t", to: "app:b", kind: "delivers", label: "/t" },
      { from: "schedule:s", to: "app:a", kind: "triggers", label: "/s" },
    ],
  );
  const after: Graph = toGraph(
    [graphNode("app", "a"), graphNode("app", "b"), graphNode("topic", "u"), graphNode("schedule", "s", "@daily")],
    [
      { from: "app:a", to: "topic:u", kind: "publishes", label: "" },
      { from: "schedule:s", to: "app:a", kind: "triggers", label: "/other" },
    ],
  );
  expect(toMermaidDiff(changedPart(diffGraphs(before, after))).split("\n")).toEqual([
    "flowchart LR",
    '  app_a["a"]',
    '  app_b["b"]',
    '  topic_t[/"t"/]:::removed',
    '  topic_u[/"u"/]:::added',
    '  schedule_s(["s @daily"]):::changed',
    '  app_a -- "publishes" --> topic_t',
    '  app_a -- "publishes" --> topic_u',
    '  topic_t -- "/t" --> app_b',
    '  schedule_s -- "/other" --> app_a',
    "  classDef added stroke:#1a7f37,stroke-width:3px",
    "  classDef removed stroke:#cf222e,stroke-width:3px,stroke-dasharray:4",
    "  classDef changed stroke:#9a6700,stroke-width:3px",
    "  linkStyle 0 stroke:#cf222e,stroke-width:2px,stroke-dasharray:4",
    "  linkStyle 1 stroke:#1a7f37,stroke-width:2px",
    "  linkStyle 2 stroke:#cf222e,stroke-width:2px,stroke-dasharray:4",
    "  linkStyle 3 stroke:#9a6700,stroke-width:2px",
  ]);
});
