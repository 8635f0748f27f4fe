/** Objects of kinds that the platform makes for special settings only, each with a reference that leads to nothing. */
export const addedObjects: readonly (readonly [what: string, object: object, found: string])[] = [
  [
    "a scaler's target",
    {
      apiVersion: "autoscaling/v2",
      kind: "HorizontalPodAutoscaler",
      spec: { scaleTargetRef: { kind: "Deployment", name: "x" } },
    },
    "spec.scaleTargetRef -> Deployment x",
  ],
  [
    "a claim",
    { apiVersion: "v1", kind: "Pod", spec: { volumes: [{ persistentVolumeClaim: { claimName: "x" } }] } },
    "spec.volumes[0].persistentVolumeClaim -> PersistentVolumeClaim x",
  ],
  [
    "a route's backend",
    {
      apiVersion: "gateway.networking.k8s.io/v1",
      kind: "HTTPRoute",
      spec: { rules: [{ backendRefs: [{ name: "todo-backend", port: 81 }] }] },
    },
    "spec.rules -> Service todo-backend:81",
  ],
  [
    "a certificate's issuer",
    {
      apiVersion: "cert-manager.io/v1",
      kind: "Certificate",
      spec: { secretName: "made", issuerRef: { kind: "Issuer", name: "x" } },
    },
    "spec.issuerRef -> Issuer x",
  ],
  [
    "a trigger's Secret",
    {
      apiVersion: "keda.sh/v1alpha1",
      kind: "TriggerAuthentication",
      spec: { secretTargetRef: [{ name: "platform-ca", key: "x" }] },
    },
    "spec.secretTargetRef -> Secret platform-ca#x",
  ],
  [
    "a variable from a whole ConfigMap",
    { apiVersion: "v1", kind: "Pod", spec: { containers: [{ envFrom: [{ configMapRef: { name: "x" } }] }] } },
    "spec.containers[0].envFrom[0].configMapRef -> ConfigMap x",
  ],
];
