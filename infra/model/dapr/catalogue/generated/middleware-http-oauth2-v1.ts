// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Secret, Text } from "../component-values.ts";

export interface MiddlewareHttpOauth2V1Metadata {
  /** Example: `http://localhost:8080/callback`. */
  readonly redirectURL?: Text;
  /** Default: `Authorization`. */
  readonly authHeaderName?: Text;
  /** Default: `false`. */
  readonly forceHTTPS?: Text;
  /** Example: `^/api/.*`. */
  readonly pathFilter?: Text;
}

export type MiddlewareHttpOauth2V1Authentication =
  /** OAuth2 Authentication. */
  | {
      readonly profile: "oauth2";
      /** Required. Example: `client-id`. */
      readonly clientID: Text;
      /** Required. Secret. */
      readonly clientSecret: Secret;
      /** Required. Example: `https://accounts.google.com/o/oauth2/v2/auth`. */
      readonly authURL: Text;
      /** Required. Example: `https://oauth2.googleapis.com/token`. */
      readonly tokenURL: Text;
      /** Example: `openid profile email`. */
      readonly scopes?: Text;
    };

/** OAuth2 Authentication: `middleware.http.oauth2` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-middleware/middleware-oauth2/ */
export interface MiddlewareHttpOauth2V1 extends ComponentOptions {
  readonly metadata?: MiddlewareHttpOauth2V1Metadata;
  /** Exactly one. */
  readonly authentication?: MiddlewareHttpOauth2V1Authentication;
}
