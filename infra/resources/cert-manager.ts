import type {
  CertificateManifest,
  ClusterIssuerManifest,
  IssuerManifest,
} from "../model/gateway/certificate-manifests.ts";
import { OperatorObject } from "./operator-object.ts";

/** A certificate in a Secret, renewed in time. Upstream: cert-manager.io/docs/reference/api-docs. */
export class Certificate extends OperatorObject<CertificateManifest> {}

/** Who signs in one namespace. Upstream: cert-manager.io/docs/reference/api-docs. */
export class Issuer extends OperatorObject<IssuerManifest> {}

/** Who signs in every namespace. Upstream: cert-manager.io/docs/reference/api-docs. */
export class ClusterIssuer extends OperatorObject<ClusterIssuerManifest> {}
