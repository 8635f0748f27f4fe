import { Deployment } from "@pulumi/kubernetes/apps/v1/deployment.js";
import { ComponentResource, type ComponentResourceOptions, type Input } from "@pulumi/pulumi";
import { workloadIdentityMarks } from "../model/clouds/workload-identity.ts";
import { authoritiesAnnotation, sidecarLabel } from "../model/dapr/control-plane.ts";
import { platformCaSecret } from "../model/kafka-connection.ts";
import { restartAnnotation, restartChecksum } from "../model/dapr/restart-checksum.ts";
import {
  appApiTokenSecret,
  caMountPath,
  daprApiTokenSecret,
  terminationGraceSeconds,
  toSidecarAnnotations,
} from "../model/dapr/sidecar.ts";
import { kubernetesSecretsOf, stateStoresOf } from "../model/access.ts";
import type { PlatformSpec } from "../model/platform-spec.ts";
import { appMetricsPort, type ProbeSpec, type ServiceSpec } from "../model/service.ts";
import { toBytes, toSeconds } from "../model/units.ts";
import { toPlacement } from "../model/scaling/placement.ts";
import { AppAccess } from "./app-access.ts";
import { AppScaling } from "./app-scaling.ts";
import { containerSecurity, podSecurity } from "./pod-defaults.ts";

/** User of the apps' images. */
const appUser = 65_532;

/** Arguments of {@link AppService}. */
export interface AppServiceArgs {
  readonly platform: PlatformSpec;
  readonly app: string;
  readonly namespace: Input<string>;
  readonly image: Input<string>;
  /** Client id of the identity of Entra ID that the pods act as. @default none */
  readonly identity?: Input<string> | undefined;
  /** Changes with the authorities that app and sidecar believe: they read them at their start, so the pods are rolled. */
  readonly authorities: Input<string>;
}

const toProbe = (path: string, port: number, probe: ProbeSpec) => ({
  httpGet: { path, port },
  initialDelaySeconds: toSeconds(probe.delay),
  periodSeconds: toSeconds(probe.period),
});

/**
 * An app with its Dapr sidecar: Deployment, access and Service. Costs what its service reserves, for the app and for
 * the sidecar; exposes nothing but what {@link AppAccess} says.
 *
 * @example
 * const args = { platform, app: "todo-backend", namespace, image, authorities: ca.revision };
 * new AppService("todo-backend", args, { dependsOn: [objects] });
 */
export class AppService extends ComponentResource {
  constructor(name: string, args: AppServiceArgs, options?: ComponentResourceOptions) {
    super("todo-platform:app:AppService", name, {}, options);
    const { platform, app, namespace } = args;
    const service = platform.services[app];
    if (!service) throw new Error(`definePlatform lets no app pass without a service, but "${app}" has none`);
    const labels = { "app.kubernetes.io/name": app };
    const { podLabels, accountAnnotations } = workloadIdentityMarks(args.identity);
    const access = new AppAccess(
      `${name}-access`,
      { platform, app, namespace, labels, accountAnnotations },
      { parent: this },
    );
    const deployment = new Deployment(
      `${name}-deployment`,
      {
        metadata: { name: app, namespace, labels },
        spec: {
          // Written only where no scaler chooses: it would set the app back at each update.
          ...(service.scaling === undefined ? { replicas: service.replicas } : {}),
          selector: { matchLabels: labels },
          strategy: { type: "RollingUpdate", rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
          template: {
            metadata: {
              labels: { ...labels, ...sidecarLabel, ...podLabels },
              annotations: {
                ...toSidecarAnnotations(platform, app, service),
                [restartAnnotation]: restartChecksum(platform, app),
                [authoritiesAnnotation]: args.authorities,
              },
            },
            spec: { ...this.#podSpec(args, service), ...toPlacement(platform, labels) },
          },
        },
      },
      { parent: this, dependsOn: [access] },
    );
    const { scaling } = service;
    if (scaling !== undefined)
      new AppScaling(
        `${name}-scaling`,
        { platform, app, namespace, scaling },
        { parent: this, dependsOn: [deployment] },
      );
    this.registerOutputs({});
  }

  #podSpec({ platform, app, image }: AppServiceArgs, service: ServiceSpec) {
    const port = platform.topology.apps[app]?.port ?? 80;
    return {
      serviceAccountName: app,
      // The sidecar reads the app's secrets as this account.
      automountServiceAccountToken: kubernetesSecretsOf(platform, app).length > 0,
      enableServiceLinks: false,
      terminationGracePeriodSeconds: terminationGraceSeconds(service),
      securityContext: podSecurity(appUser),
      containers: [
        {
          name: app,
          image,
          env: [
            { name: "APP_ID", value: app },
            { name: "APP_PORT", value: String(port) },
            { name: "LOG_LEVEL", value: service.logLevel },
            { name: "SECRET_STORE", value: platform.secretStore },
            ...stateStoresOf(platform, app)
              .slice(0, 1)
              .map((value) => ({ name: "STATE_STORE", value })),
            { name: "PUBSUB_NAME", value: platform.pubsub },
            // The injector gives the tokens to the sidecar only.
            { name: "DAPR_API_TOKEN", valueFrom: { secretKeyRef: { name: daprApiTokenSecret(app), key: "token" } } },
            { name: "APP_API_TOKEN", valueFrom: { secretKeyRef: { name: appApiTokenSecret(app), key: "token" } } },
            { name: "METRICS_PORT", value: String(appMetricsPort) },
            { name: "MAX_BODY_BYTES", value: String(toBytes(platform.maxMessageSize)) },
          ],
          ports: [
            { name: "http", containerPort: port },
            { name: "metrics", containerPort: appMetricsPort },
          ],
          livenessProbe: toProbe("/health", port, service.liveness),
          readinessProbe: toProbe("/health/ready", port, service.readiness),
          resources: {
            requests: { cpu: service.resources.cpuRequest, memory: service.resources.memoryRequest },
            limits: { cpu: service.resources.cpuLimit, memory: service.resources.memoryLimit },
          },
          securityContext: containerSecurity,
          volumeMounts: [
            { name: platformCaSecret, mountPath: caMountPath, readOnly: true },
            { name: "tmp", mountPath: "/tmp" },
          ],
        },
      ],
      volumes: [
        { name: platformCaSecret, secret: { secretName: platformCaSecret } },
        { name: "tmp", emptyDir: {} },
      ],
    };
  }
}
