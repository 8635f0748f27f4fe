import type { CheckDoc } from "./check-doc.ts";
import { tp01 } from "./tp01.ts";
import { tp02 } from "./tp02.ts";
import { tp03 } from "./tp03.ts";
import { tp04 } from "./tp04.ts";
import { tp10 } from "./tp10.ts";
import { tp10Gateway } from "./tp10-gateway.ts";
import { tp10Operators } from "./tp10-operators.ts";
import { tp10Scaling } from "./tp10-scaling.ts";
import { tp04Choices } from "./tp04-choices.ts";
import { tp10Tracing } from "./tp10-tracing.ts";
import { tp04Servers } from "./tp04-servers.ts";

/** The checks that only the model makes; the rest is made by lint, too. */
export const modelChecks: readonly CheckDoc[] = [
  ...tp01,
  ...tp02,
  ...tp03,
  ...tp04,
  ...tp04Servers,
  ...tp04Choices,
  ...tp10,
  ...tp10Scaling,
  ...tp10Gateway,
  ...tp10Operators,
  ...tp10Tracing,
];
