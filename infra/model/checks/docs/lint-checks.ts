import type { CheckDoc } from "./check-doc.ts";
import { tp05 } from "./tp05.ts";
import { tp06 } from "./tp06.ts";
import { tp07 } from "./tp07.ts";
import { tp08 } from "./tp08.ts";

/** The checks that lint makes. */
export const lintChecks = (): readonly CheckDoc[] => [...tp05, ...tp06, ...tp07, ...tp08];
