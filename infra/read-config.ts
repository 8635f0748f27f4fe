import { runtime } from "@pulumi/pulumi";
import { project } from "./config.ts";

const parseValue = (value: string): unknown => {
  if (!/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
};

/** The stack's config as the engine hands it over; the only reader of it. */
export const readConfig = (): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(runtime.allConfig())
      .filter(([key]) => key.startsWith(`${project}:`))
      .map(([key, value]) => [key.slice(project.length + 1), parseValue(value)]),
  );
