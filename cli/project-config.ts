import { project } from "../infra/config.ts";

/** The project's own keys of a stack's config, without their prefix: others are of the policy pack and of providers. */
export const projectConfig = (config: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(config)
      .filter(([key]) => key.startsWith(`${project}:`))
      .map(([key, value]) => [key.slice(project.length + 1), value]),
  );
