import { goodCloud } from "./good-cloud.ts";
import { goodCluster } from "./good-cluster.ts";
import { goodDapr } from "./good-dapr.ts";
import { goodServers } from "./good-servers.ts";
import { draft, Graph } from "./graph.ts";

/** A stack that breaks no rule, made anew for each test. */
export const goodGraph = (): Graph =>
  new Graph([
    draft("pulumi:pulumi:Stack", "engine-test-test", {}),
    ...goodCluster(),
    ...goodDapr(),
    ...goodServers(),
    ...goodCloud(),
  ]);
