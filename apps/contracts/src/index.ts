export * from "./envelope.ts";
export * from "./events.ts";
export * from "./event-summary.ts";
export * from "./task.ts";
export * from "./notification.ts";
export * from "./audit.ts";
export * from "./topology.ts";
export * from "./todo-topology.ts";
