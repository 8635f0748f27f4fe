import type { AppId } from "@todo-platform/contracts";

const safePath = /^\/api(?:\/[A-Za-z0-9_-]+)+$/;

/**
 * The app that answers an API path, or undefined when none does. Only plain segments pass: anything that a URL parser on
 * the way could read differently, such as `..` or `%2f`, does not.
 */
export function targetOf(path: string): AppId | undefined {
  if (path === "/mcp") return "mcp-tools";
  if (!safePath.test(path)) return undefined;
  if (path === "/api/notifications") return "notification-service";
  if (path === "/api/audit") return "audit-service";
  if (path === "/api/events/summary") return "event-service";
  return "todo-backend";
}
