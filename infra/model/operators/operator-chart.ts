/** A chart of an operator that the platform needs. */
export interface OperatorChart {
  /** Name of the release. */
  readonly release: string;
  readonly namespace: string;
  /** Whether the namespace enforces Pod Security `restricted`. */
  readonly restricted: boolean;
  /** Name of the chart; the whole address where the registry is an OCI one. */
  readonly chart: string;
  /** Address of its repository; absent for an OCI registry. */
  readonly repository?: string;
  readonly version: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** Releases whose CRDs this one uses. */
  readonly after: readonly string[];
}

/** Security context of every container whose chart asks for one. */
export const restrictedContainer = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ["ALL"] },
} as const;

/** What an operator reserves, and its memory's limit. */
export const reserved = (cpu: string, memory: string) => ({ requests: { cpu, memory }, limits: { memory } });
