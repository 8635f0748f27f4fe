import { join } from "node:path";
import { repositoryRoot, toolDir } from "../../../local/paths.ts";
import { stackValues, type CloudStack } from "../clouds/recorded-stack.ts";

const module = (path: string): string => JSON.stringify(join(repositoryRoot, path));

/**
 * A cloud's whole program as it is committed, on a control plane without nodes that knows the operators' CRDs: nothing is
 * waited for, images are of one empty file, and of charts only Dapr's is on the machine. `CONFIG` changes the config.
 */
export const cloudProgram = (stack: CloudStack, images: string): string => `
import { runtime } from "@pulumi/pulumi";
import { program } from ${module("infra/program.ts")};

const values = {
  ...${JSON.stringify(stackValues(stack, { charts: { dapr: `${toolDir("dapr")}/chart` } }))},
  ...JSON.parse(process.env.CONFIG ?? "{}"),
};
runtime.setAllConfig(
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      "todo-platform:" + key, typeof value === "string" ? value : JSON.stringify(value),
    ]),
  ),
);
const changed = {
  "docker-build:index:Image": (props) => ({
    ...props, context: { location: "./app" }, dockerfile: undefined, push: false, tags: ["${images}"],
  }),
  "kubernetes:helm.sh/v3:Release": (props) =>
    props.chart.startsWith("/")
      ? { ...props, skipAwait: true }
      : { ...props, skipAwait: true, chart: "./chart", version: undefined, repositoryOpts: undefined, values: {} },
};
// No node ever runs a Job, and one that is not done would be made anew by each up.
const unwaited = ({ metadata, ...props }) => {
  const { "pulumi.com/replaceUnready": _, ...annotations } = metadata?.annotations ?? {};
  return { ...props, metadata: { ...metadata, annotations: { ...annotations, "pulumi.com/skipAwait": "true" } } };
};
runtime.registerStackTransformation(({ type, props, opts }) => {
  const change = changed[type] ?? (/^kubernetes:/.test(type) ? unwaited : (same) => same);
  return { props: change(props), opts };
});
export default await program();
`;
