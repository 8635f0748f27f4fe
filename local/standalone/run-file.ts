import { z } from "zod";
import { parse } from "yaml";
import { UserError } from "../user-error.ts";

const port = z.int().min(1).max(65_535);
const settings = {
  resourcesPaths: z.array(z.string()).optional(),
  configFilePath: z.string().optional(),
  apiListenAddresses: z.string().optional(),
  placementHostAddress: z.string().optional(),
  schedulerHostAddress: z.string().optional(),
  maxBodySize: z.string().optional(),
  enableApiLogging: z.boolean().optional(),
  logLevel: z.string().optional(),
  appProtocol: z.string().optional(),
  appMaxConcurrency: z.int().optional(),
  enableAppHealthCheck: z.boolean().optional(),
  appHealthCheckPath: z.string().optional(),
  appHealthProbeInterval: z.int().optional(),
  appHealthProbeTimeout: z.int().optional(),
  appHealthThreshold: z.int().optional(),
  env: z.record(z.string(), z.string()).optional(),
};
const app = z.strictObject({
  ...settings,
  appID: z.string().min(1),
  appDirPath: z.string().min(1),
  appPort: port.optional(),
  daprHTTPPort: port,
  daprGRPCPort: port,
  daprInternalGRPCPort: port,
  metricsPort: port,
  command: z.array(z.string()).min(1),
});
const runFile = z.strictObject({
  version: z.literal(1),
  common: z.strictObject(settings).default({}),
  apps: z.array(app).min(1),
});

/** An app of a run file, with what the file says for all of them. */
export type StandaloneApp = z.infer<typeof app>;

const problem = (path: string, value: unknown, message: string) => ({
  code: "run-file",
  severity: "error" as const,
  path,
  value,
  message,
  remedy: "write it anew: todo-platform render --target standalone --out <folder>",
});

const valueAt = (document: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], document);

/**
 * Reads a run file of Dapr's multi-app run: the fields that processes are started by, each port given.
 * @throws UserError naming every field that is missing or wrong
 */
export const readRunFile = (text: string): StandaloneApp[] => {
  const document: unknown = parse(text);
  const parsed = runFile.safeParse(document);
  if (!parsed.success)
    throw new UserError(
      parsed.error.issues.map(({ path, message }) => problem(path.join("."), valueAt(document, path), message)),
    );
  const { common, apps } = parsed.data;
  return apps.map((one) => ({ ...common, ...one, env: { ...common.env, ...one.env } }));
};
