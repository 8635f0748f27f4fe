import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createLogger } from "@todo-platform/service-kit";
import { planSchema } from "./plan.ts";
import { provision } from "./provision.ts";
import { reasonOf } from "./reason.ts";

const log = createLogger("kafka-provisioner", process.env["LOG_LEVEL"] || "info");
const folder = (name: string, preset: string): string => process.env[name] || preset;
const [planFile, credentials, users] = [
  folder("PLAN_FILE", "/etc/kafka-plan/plan.json"),
  folder("CREDENTIALS", "/etc/kafka-credentials"),
  folder("USERS", "/etc/kafka-users"),
];
const read = (path: string): string => readFileSync(path, "utf8");

try {
  const plan = planSchema.parse(JSON.parse(read(planFile)));
  const access = {
    user: "admin",
    password: read(join(credentials, "password")),
    ca: read(join(credentials, "ca.crt")),
  };
  const passwords = new Map(plan.users.map(({ name }) => [name, read(join(users, name))]));
  for (const line of await provision(plan, access, passwords)) log.warn(line);
  log.info(`${plan.topics.length} topics and ${plan.users.length} users are there`);
} catch (failure) {
  // The Job tries again.
  log.error("the broker could not be made ready", reasonOf(failure));
  process.exitCode = 1;
}
