import { z } from "zod";

const config = z.object({
  APP_ID: z.string().min(1),
  APP_PORT: z.coerce.number().int().min(0).max(65_535),
  /** Address to listen on; every one of the pod by default. */
  APP_HOST: z.string().min(1).optional(),
  DAPR_HTTP_PORT: z.coerce.number().int().min(1).max(65_535).default(3500),
  DAPR_API_TOKEN: z.string().min(1).optional(),
  APP_API_TOKEN: z.string().min(1).optional(),
  /** Without it no metrics are served. */
  METRICS_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace"]).default("info"),
  PUBSUB_NAME: z.string().min(1).default("kafka-pubsub"),
  STATE_STORE: z.string().min(1).default("statestore"),
  SECRET_STORE: z.string().min(1).default("kubernetes-secrets"),
});

/** Settings of an app. The two Dapr tokens come from the deployment; no other secret comes by environment variable. */
export type Config = z.infer<typeof config>;

/**
 * Reads an app's settings.
 * @param env environment variables; an empty one counts as not set
 * @param defaults what stands for a variable that is not set, such as the app's own id and port
 * @throws Error naming every variable that is missing or wrong, never its value
 */
export function readConfig(env: NodeJS.ProcessEnv, defaults: { APP_ID: string; APP_PORT: number }): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const parsed = config.safeParse({ ...defaults, ...set });
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`wrong settings: ${problems.join("; ")}`);
}
