/** A key of a Kubernetes Secret (or of the secret store that the component names): read by daprd, never by the model. */
export interface SecretKeyReference {
  readonly secretKeyRef: { readonly name: string; readonly key: string };
}

/** An environment variable of the sidecar, for values that differ from app to app. */
export interface EnvironmentReference {
  readonly envRef: string;
}

/** Where a secret value comes from. The value itself has no place in the model. */
export type SecretReference = SecretKeyReference | EnvironmentReference;

/**
 * A value that daprd fills in for each sidecar, and so no secret.
 * Source: dapr pkg/runtime/meta/meta.go.
 */
export type SidecarTemplate = "{appID}" | "{podName}" | "{namespace}" | "{uuid}";

/** Refers to a key of a Secret in the component's namespace. */
export const secretKey = (name: string, key: string): SecretKeyReference => ({ secretKeyRef: { name, key } });
