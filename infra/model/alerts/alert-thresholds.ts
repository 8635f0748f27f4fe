import type { Duration } from "../units.ts";

/** From where on something is worth an alert. */
export interface AlertThresholds {
  /** The longest that a condition holds before anybody hears of it, whatever its rule says. @default each rule's own time */
  readonly patience?: Duration;
  /** How long a sidecar may be unreachable. @default "2m" */
  readonly sidecarDown: Duration;
  /** Failed publications per second of one app. @default 0.05 */
  readonly pubsubErrors: number;
  /** Share of an app's state operations that fail, 0 to 1; conflicts of first-write count as failures. @default 0.05 */
  readonly stateErrors: number;
  /** Records that a consumer group may be behind on one topic. @default 1000 */
  readonly consumerLag: number;
  /** Age of the oldest event that waits for the broker, in seconds. @default 60 */
  readonly outboxSeconds: number;
  /** Days before the end of Dapr's root and issuer certificates. @default 30 */
  readonly rootCertificateDays: number;
  /** Days before the end of a certificate that cert-manager should long have renewed. @default 14 */
  readonly certificateDays: number;
}

/** The default profile's numbers. */
export const defaultThresholds: AlertThresholds = {
  sidecarDown: "2m",
  pubsubErrors: 0.05,
  stateErrors: 0.05,
  consumerLag: 1000,
  outboxSeconds: 60,
  rootCertificateDays: 30,
  certificateDays: 14,
};
