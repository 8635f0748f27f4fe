import type { CheckDoc } from "./check-doc.ts";
import { tp07Brokers } from "./tp07-brokers.ts";
import { tp07Stores } from "./tp07-stores.ts";
import { tp07Workloads } from "./tp07-workloads.ts";
import { tp07Yaml } from "./tp07-yaml.ts";

const inOrder = (a: CheckDoc, b: CheckDoc): number => a.code.localeCompare(b.code);

/** What only lint sees: the text itself, workloads, and references between objects. */
export const tp07: readonly CheckDoc[] = [...tp07Yaml, ...tp07Workloads, ...tp07Brokers, ...tp07Stores].sort(inOrder);
