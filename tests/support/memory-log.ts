import type { Logger } from "@todo-platform/service-kit";

/** A logger that keeps its lines, as `level: message`. */
export function createMemoryLog(): Logger & { readonly lines: string[] } {
  const lines: string[] = [];
  const at = (level: string) => (message: string, cause?: unknown) => {
    lines.push(`${level}: ${message}${cause instanceof Error ? `: ${cause.message}` : ""}`);
  };
  return { lines, debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}
