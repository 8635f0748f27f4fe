import { isDeepStrictEqual } from "node:util";
import { isObject } from "../rpc/property-values.ts";

/**
 * The inputs as the cluster has them now: an input is kept where applying it again would change nothing, and gives way
 * to the live value where somebody else has changed or removed it. Fields that are not ours are left out.
 *
 * @param input what was applied
 * @param live the object now
 * @param applied what it would be after applying the input again (a server-side dry run)
 */
export function liveInputs(input: unknown, live: unknown, applied: unknown): unknown {
  if (isDeepStrictEqual(live, applied)) return input;
  if (isObject(input) && isObject(live) && isObject(applied)) {
    const kept = Object.keys(input).filter((key) => key in live);
    return Object.fromEntries(kept.map((key) => [key, liveInputs(input[key], live[key], applied[key])]));
  }
  if (Array.isArray(input) && Array.isArray(live) && Array.isArray(applied)) {
    if (input.length === applied.length && live.length === applied.length) {
      return input.map((item: unknown, index) => liveInputs(item, live[index], applied[index]));
    }
  }
  return live;
}
