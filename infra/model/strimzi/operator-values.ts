/** Values of chart `strimzi-kafka-operator`; keys as in the chart's own values.yaml. */
export const toOperatorValues = (highAvailability: boolean): Record<string, unknown> => ({
  // It looks after its own namespace only.
  watchNamespaces: [],
  watchAnyNamespace: false,
  replicas: highAvailability ? 2 : 1,
  resources: { requests: { cpu: "100m", memory: "384Mi" }, limits: { cpu: "1", memory: "384Mi" } },
  podSecurityContext: { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } },
  securityContext: {
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ["ALL"] },
  },
  // What it starts must pass Pod Security `restricted`, too. Source: strimzi RestrictedPodSecurityProvider.
  extraEnvs: [{ name: "STRIMZI_POD_SECURITY_PROVIDER_CLASS", value: "restricted" }],
});
