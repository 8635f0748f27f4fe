import { describe, expect, test } from "vitest";
import { platformGraph } from "../../../infra/graph/platform-graph.ts";
import { edgeKey, type Graph } from "../../../infra/graph/graph.ts";
import { objectsGraph } from "../../../infra/review/graph/objects-graph.ts";
import { reviewPreview } from "../../../infra/review/report.ts";
import { toSituation } from "../../../infra/review/situation.ts";
import { compositions } from "../../golden/compositions.ts";
import { recordStack } from "../clouds/recorded-stack.ts";
import { recordedPreview } from "./recorded-preview.ts";

const keys = ({ nodes, edges }: Graph): string[] => [...nodes.map(({ id }) => id), ...edges.map(edgeKey)];
const labels = ({ edges }: Graph): Map<string, string> => new Map(edges.map((edge) => [edgeKey(edge), edge.label]));

describe("the graph of a platform's objects", () => {
  test.each(["local", "s0", "s1", "s4"])(
    "of %s is that of its model, and the rights to replay dead letters",
    async (name) => {
      const composition = compositions[name];
      if (composition === undefined) throw new Error(`there is no composition ${name}`);
      const { after } = toSituation(recordedPreview([], await composition.record()));
      const [model, objects] = [platformGraph(composition.platform), objectsGraph(after)];
      expect(keys(model).filter((key) => !keys(objects).includes(key))).toEqual([]);
      const { app } = composition.platform.topology.deadLetters;
      const replays = keys(objects).filter((key) => !keys(model).includes(key));
      expect(replays.filter((key) => !key.startsWith(`app:${app} publishes topic:`))).toEqual([]);
      const told = labels(objects);
      expect([...labels(model)].filter(([key, label]) => told.get(key) !== label)).toEqual([]);
    },
  );
});

describe("nodes of the clusters that a stack makes", () => {
  test.each([
    ["prod", 6],
    ["prod-doks", 4],
  ] as const)("%s: %i at first, and no more afterwards", async (stack, nodes) => {
    const recorded = await recordStack(stack);
    const { requests } = reviewPreview(recordedPreview([], recorded));
    expect([requests.before.nodes, requests.after.nodes]).toEqual([0, nodes]);
    const again = reviewPreview(recordedPreview(recorded, recorded)).requests;
    expect(again.before).toEqual(again.after);
  });
});
