import { z } from "zod";

/** The form of `operatorsPage`. */
export const operatorsPageSchema = z.strictObject({
  replay: z.boolean().describe("Whether it may publish dead letters again; otherwise it only reads."),
});
