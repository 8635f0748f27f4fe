import type { CheckDoc } from "./check-doc.ts";
import { tp07 } from "./tp07.ts";

/** The checks that lint makes, as far as the reference tells of them. */
export const lintChecks = (): readonly CheckDoc[] => [...tp07];
