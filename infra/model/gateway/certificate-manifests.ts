import type { ObjectMetadata } from "../object-metadata.ts";

/** Through what an ACME server sees that the host is ours. Upstream: cert-manager ACMEChallengeSolverHTTP01. */
export type HttpSolver =
  | {
      readonly gatewayHTTPRoute: {
        readonly parentRefs: readonly { readonly name: string; readonly namespace: string; readonly kind: "Gateway" }[];
      };
    }
  | { readonly ingress: { readonly ingressClassName: string } };

/** Who signs. Upstream: cert-manager IssuerConfig; only the fields that are used. */
export type IssuerSpec =
  | { readonly selfSigned: Readonly<Record<string, never>> }
  | {
      readonly acme: {
        readonly email: string;
        readonly server: string;
        readonly privateKeySecretRef: { readonly name: string };
        readonly solvers: readonly { readonly http01: HttpSolver }[];
      };
    };

/** Upstream: cert-manager Issuer, for one namespace. */
export interface IssuerManifest {
  readonly apiVersion: "cert-manager.io/v1";
  readonly kind: "Issuer";
  readonly metadata: ObjectMetadata;
  readonly spec: IssuerSpec;
}

/** Upstream: cert-manager ClusterIssuer, for every namespace. */
export interface ClusterIssuerManifest {
  readonly apiVersion: "cert-manager.io/v1";
  readonly kind: "ClusterIssuer";
  readonly metadata: ObjectMetadata;
  readonly spec: IssuerSpec;
}

/** Upstream: cert-manager Certificate; only the fields that are used. */
export interface CertificateManifest {
  readonly apiVersion: "cert-manager.io/v1";
  readonly kind: "Certificate";
  readonly metadata: ObjectMetadata;
  readonly spec: {
    readonly secretName: string;
    readonly dnsNames: readonly string[];
    readonly issuerRef: {
      readonly name: string;
      readonly kind: "Issuer" | "ClusterIssuer";
      readonly group: "cert-manager.io";
    };
    readonly privateKey: { readonly algorithm: "ECDSA"; readonly size: 256; readonly rotationPolicy: "Always" };
  };
}
