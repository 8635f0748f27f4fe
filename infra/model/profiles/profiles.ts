import type { Platform } from "../platform.ts";
import type { TargetSpec } from "../targets.ts";
import { todoPlatform } from "../todo.ts";
import { s0Platform } from "./s0.ts";
import { s1Platform } from "./s1.ts";
import { s2Platform } from "./s2.ts";
import { s3Platform } from "./s3.ts";
import { s4Platform } from "./s4.ts";

/** The Todo platform in the names and numbers of each of its seeds. */
export const profiles = {
  default: todoPlatform,
  s0: s0Platform,
  s1: s1Platform,
  s2: s2Platform,
  s3: s3Platform,
  s4: s4Platform,
} satisfies Readonly<Record<string, (target: TargetSpec) => Platform>>;
