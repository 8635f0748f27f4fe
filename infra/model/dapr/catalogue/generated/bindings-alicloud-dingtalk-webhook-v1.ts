// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Text } from "../component-values.ts";

export interface BindingsAlicloudDingtalkWebhookV1Metadata {
  /** Required. Example: `your-webhook-id`. */
  readonly id: Text;
  /** Required. Example: `https://oapi.dingtalk.com/robot/send?access_token=your-token`. */
  readonly url: Text;
  /** Example: `your-webhook-secret`. */
  readonly secret?: Text;
  /** Example: `input, output`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly direction?: Text;
  /** Direction: input. Example: `/on-event`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly route?: Text;
}

/** AliCloud DingTalk Webhook: `bindings.alicloud.dingtalk.webhook` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-bindings/alicloud-dingtalk/ */
export interface BindingsAlicloudDingtalkWebhookV1 extends ComponentOptions {
  readonly metadata: BindingsAlicloudDingtalkWebhookV1Metadata;
}
