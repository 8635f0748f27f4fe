import { todoTopology } from "@todo-platform/contracts";
import { runService } from "@todo-platform/service-kit";
import { start } from "./start.ts";

runService({ appId: "todo-backend", port: todoTopology.apps["todo-backend"].port, start });
