import { Deployment } from "@pulumi/kubernetes/apps/v1/deployment.js";
import { Service } from "@pulumi/kubernetes/core/v1/service.js";
import { NetworkPolicy } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import { ComponentResource, type ComponentResourceOptions, type Input } from "@pulumi/pulumi";
import { zipkinPort, type TracingSpec } from "../model/tracing.ts";
import { containerSecurity, podSecurity, withoutAwait } from "./pod-defaults.ts";

/** User of the published Zipkin image. */
const zipkinUser = 1000;

/** Arguments of {@link Zipkin}. */
export interface ZipkinArgs {
  readonly tracing: TracingSpec;
  readonly namespace: Input<string>;
  readonly image: string;
}

/**
 * Zipkin with spans in memory: collector, query API and page on port 9411.
 * Costs one pod (up to 512 MiB); with a NodePort it is reachable through the node, otherwise only inside the cluster.
 *
 * @example new Zipkin("tracing", { tracing, namespace, image });
 */
export class Zipkin extends ComponentResource {
  constructor(name: string, args: ZipkinArgs, options?: ComponentResourceOptions) {
    super("todo-platform:observability:Zipkin", name, {}, options);
    const { tracing, namespace, image } = args;
    const child = { parent: this };
    const labels = { "app.kubernetes.io/name": "zipkin" };
    const metadata = { name: "zipkin", namespace };
    const nodePort = tracing.nodePort === undefined ? {} : { nodePort: tracing.nodePort };
    new Service(
      `${name}-service`,
      {
        metadata: { ...metadata, ...withoutAwait },
        spec: {
          type: tracing.nodePort === undefined ? "ClusterIP" : "NodePort",
          selector: labels,
          ports: [{ name: "http", port: zipkinPort, ...nodePort }],
        },
      },
      child,
    );
    new NetworkPolicy(
      `${name}-clients`,
      {
        metadata: { name: "zipkin-clients", namespace },
        spec: { podSelector: { matchLabels: labels }, ingress: [{ ports: [{ port: zipkinPort }] }] },
      },
      child,
    );
    new Deployment(`${name}-server`, { metadata, spec: this.#spec(image, labels) }, child);
    this.registerOutputs({});
  }

  #spec(image: string, labels: Record<string, string>) {
    return {
      replicas: 1,
      strategy: { type: "Recreate" },
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          automountServiceAccountToken: false,
          enableServiceLinks: false,
          securityContext: podSecurity(zipkinUser),
          containers: [
            {
              name: "zipkin",
              image,
              env: [
                { name: "JAVA_OPTS", value: "-Xms64m -Xmx256m -XX:+UseSerialGC -Djava.io.tmpdir=/tmp" },
                { name: "MEM_MAX_SPANS", value: "100000" },
              ],
              ports: [{ name: "http", containerPort: zipkinPort }],
              readinessProbe: {
                httpGet: { path: "/health", port: zipkinPort },
                periodSeconds: 1,
                failureThreshold: 120,
              },
              livenessProbe: {
                httpGet: { path: "/health", port: zipkinPort },
                initialDelaySeconds: 120,
                periodSeconds: 10,
              },
              resources: { requests: { cpu: "50m", memory: "256Mi" }, limits: { cpu: "1", memory: "512Mi" } },
              securityContext: containerSecurity,
              volumeMounts: [{ name: "tmp", mountPath: "/tmp" }],
            },
          ],
          volumes: [{ name: "tmp", emptyDir: {} }],
        },
      },
    };
  }
}
