import type { Problem } from "../model/problems.ts";

/** A pod of an app with its sidecar. */
export interface ObservedPod {
  readonly name: string;
  readonly ready: boolean;
  /** Why it is not ready. */
  readonly reason: string;
  readonly restarts: number;
  /** Version of daprd; undefined when it could not be asked. */
  readonly dapr: string | undefined;
  /** Resident memory in bytes. */
  readonly sidecarMemory: number | undefined;
  readonly appMemory: number | undefined;
  readonly components: readonly string[];
  readonly subscriptions: readonly string[];
}

export interface ObservedApp {
  readonly app: string;
  /** Replicas that the model asks for. */
  readonly wanted: number;
  readonly pods: readonly ObservedPod[];
}

/** A consumer group on a topic. */
export interface ObservedGroup {
  readonly group: string;
  /** Events that it has still to take; undefined where Kafka was not asked. */
  readonly lag: number | undefined;
  /** Events a second that the app acknowledged since the last look. */
  readonly rate: number;
}

export interface ObservedTopic {
  readonly topic: string;
  readonly groups: readonly ObservedGroup[];
  /** Dead letters that nobody has replayed. */
  readonly deadLetters: number;
}

export interface ObservedCertificate {
  readonly namespace: string;
  /** `<secret>/<key>`. */
  readonly place: string;
  readonly subject: string;
  /** ISO 8601. */
  readonly expires: string;
}

export interface ObservedTrace {
  readonly id: string;
  readonly name: string;
  /** ISO 8601. */
  readonly at: string;
  readonly milliseconds: number;
  readonly services: readonly string[];
  readonly failed: boolean;
}

export interface ObservedDeadLetter {
  readonly id: string;
  readonly topic: string;
  readonly type: string;
  readonly at: string;
}

/** Everything that the operators' page shows. */
export interface Observations {
  readonly apps: readonly ObservedApp[];
  readonly problems: readonly Problem[];
  readonly topics: readonly ObservedTopic[];
  readonly deadLetters: readonly ObservedDeadLetter[];
  readonly certificates: readonly ObservedCertificate[];
  readonly traces: readonly ObservedTrace[];
}

/** The last look at one part. What was seen stays when a later look fails. */
export interface Look<Value> {
  readonly value: Value | undefined;
  /** When it was seen, in milliseconds since 1970. */
  readonly at: number | undefined;
  /** Why the latest look failed. */
  readonly error: string | undefined;
}

/** The last look at each part. */
export type Observed = { readonly [Part in keyof Observations]: Look<Observations[Part]> };
