// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { Choice, ComponentOptions, Secret, Text } from "../component-values.ts";

export interface MiddlewareHttpOauth2clientcredentialsV1Metadata {
  /** Example: `^/api/.*`. */
  readonly pathFilter?: Text;
  /** Required. Example: `authorization`. */
  readonly headerName: Text;
  /** Example: `param1=value1&param2=value2`. */
  readonly endpointParamsQuery?: Text;
  /** Default: `0`. */
  readonly authStyle?: Choice<0 | 1 | 2>;
}

export type MiddlewareHttpOauth2clientcredentialsV1Authentication =
  /** OAuth2 Client Credentials. */
  | {
      readonly profile: "oauth2";
      /** Required. Example: `client-id`. */
      readonly clientID: Text;
      /** Required. Secret. */
      readonly clientSecret: Secret;
      /** Required. Example: `https://www.googleapis.com/auth/userinfo.email`. */
      readonly scopes: Text;
      /** Required. Example: `https://accounts.google.com/o/oauth2/token`. */
      readonly tokenURL: Text;
    };

/** OAuth2 Client Credentials: `middleware.http.oauth2clientcredentials` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-middleware/oauth2clientcredentials/ */
export interface MiddlewareHttpOauth2clientcredentialsV1 extends ComponentOptions {
  readonly metadata: MiddlewareHttpOauth2clientcredentialsV1Metadata;
  /** Exactly one. */
  readonly authentication: MiddlewareHttpOauth2clientcredentialsV1Authentication;
}
