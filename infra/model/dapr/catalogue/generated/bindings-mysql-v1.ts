// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Count, Span, Text } from "../component-values.ts";

export interface BindingsMysqlV1Metadata {
  /** Required. Example: `user:password@tcp(localhost:3306)/dbname`. */
  readonly url: Text;
  /** Example: `path/to/pem/file`. */
  readonly pemPath?: Text;
  /** Example: `10`. */
  readonly maxIdleConns?: Count;
  /** Example: `10`. */
  readonly maxOpenConns?: Count;
  /** Example: `12s`. */
  readonly connMaxLifetime?: Span;
  /** Example: `12s`. */
  readonly connMaxIdleTime?: Span;
  /** Example: `input, output`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly direction?: Text;
  /** Direction: input. Example: `/on-event`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly route?: Text;
}

/** MySQL & MariaDB: `bindings.mysql` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-bindings/mysql/ */
export interface BindingsMysqlV1 extends ComponentOptions {
  readonly metadata: BindingsMysqlV1Metadata;
}
