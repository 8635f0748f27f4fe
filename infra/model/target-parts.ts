import type { Suppression } from "./checks/suppression.ts";
import type { GatewaySpec } from "./gateway/gateway.ts";
import type { ObservabilitySpec } from "./observability/observability.ts";
import type { OperatorsPageSpec } from "./operators-page/operators-page.ts";
import type { OperatorChoice } from "./operators/operator-charts.ts";
import type { SchedulingSpec, ScalingSpec } from "./scaling/scaling.ts";
import type { LoggingSpec } from "./logging/logging.ts";
import type { TracingBackend } from "./tracing.ts";

/** The parts that a target has or not; the config of a stack may give them to it, or others in their place. */
export interface TargetParts {
  /** Who sees to it that the cluster has the operators of the parts below. @default "existing" */
  readonly operators?: OperatorChoice;
  /** What Prometheus scrapes and tells, on clusters that have its operator. */
  readonly observability?: ObservabilitySpec;
  /** Where spans go. @default Zipkin, with spans in memory */
  readonly tracing?: TracingBackend;
  /** Where the lines of apps, sidecars and control plane go. */
  readonly logging?: LoggingSpec;
  /** How requests from outside reach the apps, on clusters that have cert-manager and a controller. */
  readonly gateway?: GatewaySpec;
  /** The operators' page as a pod. @default only `todo-platform console` shows it */
  readonly operatorsPage?: OperatorsPageSpec;
  /** Where the apps' pods run, and before which others. */
  readonly scheduling?: SchedulingSpec;
  /** Between how many replicas single apps run, and by what. */
  readonly scaling?: Readonly<Record<string, ScalingSpec>>;
  /** Problems that are accepted on this target, each with its reason. */
  readonly suppressions?: readonly Suppression[];
}
