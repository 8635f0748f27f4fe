import { Deployment } from "@pulumi/kubernetes/apps/v1/deployment.js";
import { Service } from "@pulumi/kubernetes/core/v1/service.js";
import { NetworkPolicy } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import { ComponentResource, type ComponentResourceOptions, type Input } from "@pulumi/pulumi";
import type { MessageSinkSpec } from "../model/messages.ts";
import { containerSecurity, podSecurity, withoutAwait } from "./pod-defaults.ts";

/** User of the apps' images. */
const sinkUser = 65_532;

/** Arguments of {@link MessageSink}. */
export interface MessageSinkArgs {
  readonly sink: MessageSinkSpec;
  readonly namespace: Input<string>;
  readonly image: Input<string>;
}

/**
 * The pod that takes emails by SMTP and push messages by HTTP and keeps them in memory: for development, where nothing
 * may reach a real person. Costs one small pod; reachable from the pods of its namespace only.
 *
 * @example new MessageSink("sink", { sink: developmentSink, namespace, image });
 */
export class MessageSink extends ComponentResource {
  constructor(name: string, args: MessageSinkArgs, options?: ComponentResourceOptions) {
    super("todo-platform:app:MessageSink", name, {}, options);
    const { sink, namespace } = args;
    const child = { parent: this };
    const labels = { "app.kubernetes.io/name": sink.name };
    const metadata = { name: sink.name, namespace };
    const ports = [
      { name: "smtp", port: sink.smtpPort },
      { name: "http", port: sink.httpPort },
    ];
    new Service(
      `${name}-service`,
      { metadata: { ...metadata, ...withoutAwait }, spec: { selector: labels, ports } },
      child,
    );
    new NetworkPolicy(
      `${name}-clients`,
      {
        metadata,
        spec: {
          podSelector: { matchLabels: labels },
          ingress: [{ from: [{ podSelector: {} }], ports: ports.map(({ port }) => ({ port })) }],
        },
      },
      child,
    );
    new Deployment(`${name}-server`, { metadata, spec: this.#spec(args, labels) }, child);
    this.registerOutputs({});
  }

  #spec({ sink, image }: MessageSinkArgs, labels: Record<string, string>) {
    const probe = { httpGet: { path: "/health", port: sink.httpPort } };
    return {
      replicas: 1,
      strategy: { type: "Recreate" },
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          automountServiceAccountToken: false,
          enableServiceLinks: false,
          securityContext: podSecurity(sinkUser),
          containers: [
            {
              name: sink.name,
              image,
              env: [
                { name: "SMTP_PORT", value: String(sink.smtpPort) },
                { name: "APP_PORT", value: String(sink.httpPort) },
              ],
              ports: [
                { name: "smtp", containerPort: sink.smtpPort },
                { name: "http", containerPort: sink.httpPort },
              ],
              readinessProbe: { ...probe, periodSeconds: 1, failureThreshold: 60 },
              livenessProbe: { ...probe, initialDelaySeconds: 30, periodSeconds: 10 },
              resources: { requests: { cpu: "10m", memory: "64Mi" }, limits: { cpu: "250m", memory: "128Mi" } },
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
