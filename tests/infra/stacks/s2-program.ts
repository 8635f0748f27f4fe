import { join } from "node:path";
import { repositoryRoot, toolDir } from "../../../local/paths.ts";

const module = (path: string): string => JSON.stringify(join(repositoryRoot, path));

/**
 * A stack's program with seed S2 (Kafka, PostgreSQL, Redis, two apps) on a control plane without nodes: nothing is
 * waited for, and images are of one empty file. `EDIT` is a function body that changes the model (`draft`), `ROTATE`
 * makes every password anew, `BREAK` gives a Secret a name that the API server refuses.
 */
export const s2Program = (kubeconfig: string, images: string, context?: string): string => `
import { runtime } from "@pulumi/pulumi";
import { existingClusterStack } from ${module("infra/stacks/existing-cluster.ts")};
import { definePlatform } from ${module("infra/model/platform.ts")};
import { withholdDebug } from ${module("infra/withhold-debug.ts")};
import { s2Platform } from ${module("infra/model/profiles/s2.ts")};
import { targets } from ${module("infra/model/targets.ts")};

withholdDebug();
const changed = {
  "docker-build:index:Image": (props) => ({
    ...props, context: { location: "./app" }, dockerfile: undefined, push: false, tags: ["${images}"],
  }),
  "random:index/randomPassword:RandomPassword": (props) => ({ ...props, keepers: { round: process.env.ROTATE ?? "0" } }),
  "kubernetes:helm.sh/v3:Release": (props) => ({ ...props, skipAwait: true }),
};
const unwaited = (props) => ({
  ...props,
  metadata: { ...props.metadata, annotations: { ...props.metadata?.annotations, "pulumi.com/skipAwait": "true" } },
});
runtime.registerStackTransformation(({ type, name, props, opts }) => {
  const change = changed[type] ?? (/^kubernetes:/.test(type) ? unwaited : (same) => same);
  const made = change(props);
  if (process.env.BREAK && name === "todo-redis-credentials") made.metadata = { ...made.metadata, name: "Not_A_Name" };
  return { props: made, opts };
});

const edited = (platform) => {
  const { checked, ...draft } = structuredClone(platform);
  new Function("draft", process.env.EDIT ?? "")(draft);
  return definePlatform(draft);
};
const config = {
  target: "minikube",
  kubeconfig: ${JSON.stringify(kubeconfig)},
  context: ${JSON.stringify(context)},
  registry: "localhost",
  charts: { dapr: ${JSON.stringify(`${toolDir("dapr")}/chart`)} },
};
export default existingClusterStack(config, edited(s2Platform(targets.minikube)));
`;
