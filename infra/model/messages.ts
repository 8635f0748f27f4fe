import type { ComponentSpec } from "./dapr/component-spec.ts";
import { component } from "./dapr/define-component.ts";
import { secretKey } from "./dapr/secret-reference.ts";

/** A pod that takes every email and push message instead of sending it, for developers and tests to look at. */
export interface MessageSinkSpec {
  readonly name: string;
  readonly smtpPort: number;
  readonly httpPort: number;
}

/** Where emails and push messages go: into a sink, or to SendGrid and to a push service that takes JSON by POST. */
export type MessageDelivery =
  | { readonly sink: MessageSinkSpec }
  | { readonly sink: undefined; readonly mailFrom: string; readonly pushUrl: string };

/** Secret with SendGrid's key (key `api-key`), made outside of the platform. */
export const sendgridSecret = "sendgrid-secret";

/** The sink of the development targets. */
export const developmentSink: MessageSinkSpec = { name: "message-sink", smtpPort: 1025, httpPort: 8080 };

const sinkHost = (sink: MessageSinkSpec, namespace: string): string => `${sink.name}.${namespace}.svc.cluster.local`;

/**
 * The output binding that sends emails.
 * Source: components-contrib bindings/smtp and bindings/twilio/sendgrid.
 */
export const mailBinding = (delivery: MessageDelivery, namespace: string): ComponentSpec =>
  delivery.sink === undefined
    ? component("bindings.twilio.sendgrid/v1", {
        metadata: { emailFrom: delivery.mailFrom },
        authentication: { profile: "api-key", apiKey: secretKey(sendgridSecret, "api-key") },
      })
    : component("bindings.smtp/v1", {
        metadata: {
          host: sinkHost(delivery.sink, namespace),
          port: delivery.sink.smtpPort,
          emailFrom: "todo@todo-platform.example",
        },
      });

/**
 * The output binding that sends push messages.
 * Source: components-contrib bindings/http.
 */
export const pushBinding = (delivery: MessageDelivery, namespace: string): ComponentSpec =>
  component("bindings.http/v1", {
    metadata: {
      url:
        delivery.sink === undefined
          ? delivery.pushUrl
          : `http://${sinkHost(delivery.sink, namespace)}:${delivery.sink.httpPort}/push`,
    },
  });
