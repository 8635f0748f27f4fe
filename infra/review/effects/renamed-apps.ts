import type { DaprApp } from "../objects/dapr-app.ts";
import { textAt } from "../objects/read.ts";
import type { Situation } from "../situation.ts";

/** An app listens on its port under whatever id, and no two apps of a platform need the same image. */
const traitsOf = ({ annotations, workload }: DaprApp): string =>
  [
    textAt(annotations, "dapr.io/app-port"),
    textAt(annotations, "dapr.io/app-protocol"),
    workload.kind,
    workload.namespace,
  ].join(" ");

/** Apps that go while one of the same traits comes: old id -> new id. */
export const renamedApps = ({ before, after }: Situation): Map<string, string> => {
  const gone = [...before.apps.values()].filter(({ id }) => !after.apps.has(id));
  const come = [...after.apps.values()].filter(({ id }) => !before.apps.has(id));
  return new Map(
    gone.flatMap((app): [string, string][] => {
      const heirs = come.filter((candidate) => traitsOf(candidate) === traitsOf(app));
      return heirs.length === 1 && heirs[0] ? [[app.id, heirs[0].id]] : [];
    }),
  );
};
