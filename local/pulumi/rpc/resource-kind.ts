import type { PropertyChanges } from "./property-diff.ts";
import type { Properties } from "./property-values.ts";

/** What the engine asks about one resource; fields that a call does not carry are empty. */
export interface ResourceRequest {
  readonly urn: string;
  /** Empty before the resource exists. */
  readonly id: string;
  /** The inputs now wanted. */
  readonly inputs: Properties;
  /** The inputs of the last successful operation. */
  readonly oldInputs: Properties;
  /** The outputs of the last successful operation. */
  readonly state: Properties;
  readonly preview: boolean;
  /** Seconds; 0 means the kind's default. */
  readonly timeout: number;
}

/** The outcome of a diff: what changes, and which changed paths only a replacement can bring about. */
export interface ResourceDiff {
  readonly changes: PropertyChanges;
  readonly replaces?: readonly string[];
  readonly deleteBeforeReplace?: boolean;
}

/** A resource as it is now. */
export interface ResourceState {
  readonly id: string;
  readonly outputs: Properties;
  /** Only for reads: the inputs that describe the live resource. */
  readonly inputs?: Properties;
}

/** The behaviour of one resource type. */
export interface ResourceKind {
  check(request: ResourceRequest): Promise<Properties> | Properties;
  diff(request: ResourceRequest): Promise<ResourceDiff> | ResourceDiff;
  create(request: ResourceRequest): Promise<ResourceState>;
  /** Undefined when the resource is gone. */
  read(request: ResourceRequest): Promise<ResourceState | undefined>;
  update(request: ResourceRequest): Promise<ResourceState>;
  delete(request: ResourceRequest): Promise<void>;
}

/** A plugin: its configuration and its resource types. */
export interface ResourcePlugin {
  readonly version: string;
  configure?(config: Properties, log: EngineLog): Promise<void>;
  /** The behaviour for a type token such as `kubernetes:apps/v1:Deployment`; throws when it is not offered. */
  kind(type: string): ResourceKind;
  /** Answers a function of the provider, such as `azure-native:containerservice:listManagedClusterUserCredentials`. */
  invoke?(token: string, args: Properties): Properties | Promise<Properties>;
  /** Ends waits that are under way. */
  cancel?(): void;
}

/** Writes to the engine's display; `status` lines are shown while the operation runs and then forgotten. */
export type EngineLog = (level: "status" | "info" | "warning", message: string, urn?: string) => void;

/** The resource exists and is recorded, but is not ready; the next `up` tries again. */
export class NotReadyError extends Error {
  readonly state: ResourceState;
  readonly reasons: readonly string[];

  constructor(state: ResourceState, reasons: readonly string[]) {
    super(`resource ${state.id} was created or updated but is not ready:\n${reasons.join("\n")}`);
    this.name = "NotReadyError";
    this.state = state;
    this.reasons = reasons;
  }
}
