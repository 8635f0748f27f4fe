import type { PlatformSpec } from "../platform-spec.ts";
import type { Problem } from "../problems.ts";
import { checkCapacity } from "./check-capacity.ts";
import { checkComponents } from "./check-components.ts";
import { checkDatabase } from "./check-database.ts";
import { checkEtcd } from "./check-etcd.ts";
import { checkForm } from "./check-form.ts";
import { checkInMemory } from "./check-in-memory.ts";
import { checkKafka } from "./check-kafka.ts";
import { checkLogging } from "./check-logging.ts";
import { checkMongodb } from "./check-mongodb.ts";
import { checkNames } from "./check-names.ts";
import { checkObjects } from "./check-objects.ts";
import { checkObservability } from "./check-observability.ts";
import { checkOperators } from "./check-operators.ts";
import { checkRabbitmq } from "./check-rabbitmq.ts";
import { checkRedis } from "./check-redis.ts";
import { checkRoutes } from "./check-routes.ts";
import { checkGateway } from "./check-gateway.ts";
import { checkScaling } from "./check-scaling.ts";
import { checkSecrets } from "./check-secrets.ts";
import { checkServices } from "./check-services.ts";
import { checkSidecars } from "./check-sidecars.ts";
import { checkTracing } from "./check-tracing.ts";
import { checkTopology } from "./check-topology.ts";
import { checkVault } from "./check-vault.ts";
import { withoutSuppressed } from "./suppression.ts";

const meaning = (platform: PlatformSpec): Problem[] => [
  ...checkNames(platform),
  ...checkTopology(platform.topology),
  ...checkRoutes(platform.topology),
  ...checkServices(platform),
  ...checkSidecars(platform),
  ...checkComponents(platform),
  ...checkSecrets(platform),
  ...checkObjects(platform),
  ...checkCapacity(platform),
  ...checkObservability(platform),
  ...checkGateway(platform),
  ...checkOperators(platform),
  ...checkTracing(platform),
  ...checkLogging(platform),
  ...checkScaling(platform),
  ...checkKafka(platform),
  ...checkDatabase(platform),
  ...checkRedis(platform),
  ...checkEtcd(platform),
  ...checkRabbitmq(platform),
  ...checkVault(platform),
  ...checkMongodb(platform),
  ...checkInMemory(platform),
];

/** Every check of the model; collects all problems and never throws. What has not its form is not looked into further. */
export const checkPlatform = (platform: PlatformSpec): Problem[] => {
  const form = checkForm(platform);
  if (form.some(({ code }) => code === "TP0106")) return form;
  return withoutSuppressed([...form, ...meaning(platform)], platform.suppressions ?? []);
};
