/** Labels by which a namespace enforces the Pod Security Standard `restricted`. */
export const restrictedNamespaceLabels = {
  "pod-security.kubernetes.io/enforce": "restricted",
  "pod-security.kubernetes.io/enforce-version": "latest",
} as const;

/** Security context of every pod of ours; `user` is the image's own, never root. */
export const podSecurity = (user: number) => ({
  runAsNonRoot: true,
  runAsUser: user,
  runAsGroup: user,
  fsGroup: user,
  fsGroupChangePolicy: "OnRootMismatch",
  seccompProfile: { type: "RuntimeDefault" },
});

/** Security context of every container of ours. */
export const containerSecurity = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ["ALL"] },
};

/**
 * Annotation of Services: Pulumi would otherwise wait for a ready endpoint, while the pods behind it wait for the
 * Service's other dependents.
 */
export const withoutAwait = { annotations: { "pulumi.com/skipAwait": "true" } } as const;

/** Annotation of Jobs: one that failed is made anew by the next `up`. */
export const replaceUnready = { annotations: { "pulumi.com/replaceUnready": "true" } } as const;
