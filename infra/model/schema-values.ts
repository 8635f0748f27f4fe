import { z } from "zod";

/** `message|remedy` of a value of the wrong form; the check splits it. */
export const form = (pattern: RegExp, message: string, remedy: string) =>
  z.string().regex(pattern, `${message}|${remedy}`);
export const duration = form(/^\d+(\.\d+)?(ms|s|m|h)$/, "is no duration", "Write it as 100ms, 30s, 5m or 24h.");
export const size = form(/^[1-9]\d*(Ki|Mi|Gi)$/, "is no size", "Write it as 512Ki, 128Mi or 1Gi.");
export const cpu = form(/^([1-9]\d*m|\d+(\.\d+)?)$/, "is no amount of CPU", "Write it as 100m or in whole cores.");
export const name = z.string().min(1, "is empty|Give it a name.");
/** A whole number of a range. */
export const count = (least: number, most: number) =>
  z.int(`is no whole number|Use a whole number from ${least} to ${most}.`).min(least).max(most);
/** A list without repetitions. */
export const set = <T extends z.ZodType>(item: T) =>
  z.array(item).superRefine((items, context) => {
    items.forEach((value, index) => {
      if (items.indexOf(value) < index) context.addIssue({ code: "custom", path: [index], params: { repeated: true } });
    });
  });
/** CPU and memory of a container. */
export const resources = z.strictObject({ cpuRequest: cpu, memoryRequest: size, cpuLimit: cpu, memoryLimit: size });
/** A key of a Secret. */
export const secretKeyReference = z.strictObject({ secretKeyRef: z.strictObject({ name, key: name }) });
