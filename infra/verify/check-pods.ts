import type { Problem } from "../model/problems.ts";
import { checkMetadata, sidecarMetadata, type SidecarMetadata } from "./check-metadata.ts";
import type { AppPod } from "./cluster-view.ts";
import type { AppExpectation } from "./expectations.ts";
import { finding, reapply } from "./finding.ts";
import type { SidecarAnswer } from "./sidecar.ts";

const podProblems = (app: string, { name, hasSidecar, ready, reason }: AppPod): Problem[] => {
  const of = (code: string, value: string, message: string, remedy: string): Problem =>
    finding(code, app, `pod/${name}`, value, message, remedy);
  const injected = "Delete the pod; the injector adds the sidecar to its successor.";
  return [
    ...(hasSidecar ? [] : [of("TP0901", name, "the pod has no Dapr sidecar", injected)]),
    ...(ready ? [] : [of("TP0910", reason, "the pod is not ready", `See why: todo-platform logs ${app}`)]),
  ];
};

/** Whether an app has its pods, each with a sidecar and ready. */
export const checkPods = ({ app, replicas }: AppExpectation, pods: readonly AppPod[]): Problem[] => [
  ...pods.flatMap((pod) => podProblems(app, pod)),
  ...(pods.length < replicas
    ? [finding("TP0919", app, "deployment", pods.length, `${replicas} replicas are expected`, reapply)]
    : []),
];

/** What a sidecar answered when it was asked for its metadata, and what of it is not as the model says. */
export const readSidecar = (
  expected: AppExpectation,
  pod: string,
  answer: SidecarAnswer | undefined,
): { readonly problems: readonly Problem[]; readonly document?: unknown; readonly loaded?: SidecarMetadata } => {
  if (answer?.status !== 200) {
    const message = "the sidecar does not tell its metadata";
    return { problems: [finding("TP0902", expected.app, `pod/${pod}`, answer?.status, message, reapply)] };
  }
  const document: unknown = JSON.parse(answer.body);
  const loaded = sidecarMetadata.parse(document);
  return { problems: checkMetadata(expected, loaded), document, loaded };
};
