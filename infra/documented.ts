import { z } from "zod";

/** What a key means, and a value as it is written; of one that may be absent, what is done then. */
export const documented = (description: string, example: unknown, absent?: string) => ({
  description,
  examples: [example],
  ...(absent === undefined ? {} : { absent }),
});

/** Text that is not empty. */
export const text = z.string().min(1);
