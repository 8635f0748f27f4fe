import { X509Certificate } from "node:crypto";
import type { PlatformSpec } from "../../model/platform-spec.ts";
import type { ClusterView } from "../../verify/cluster-view.ts";
import type { ObservedCertificate } from "../observation.ts";

const subjectOf = ({ subject, subjectAltName }: X509Certificate): string =>
  subject?.replaceAll("\n", ", ") || subjectAltName || "";

/** Certificates in the platform's namespaces, those that end first before the others. Private keys are not read out. */
export const observeCertificates = async (
  platform: PlatformSpec,
  view: ClusterView,
): Promise<readonly ObservedCertificate[]> => {
  const own = platform.kafka !== undefined && platform.kafka.kind !== "external" ? [platform.kafka.namespace] : [];
  const namespaces = [...new Set([platform.dapr.namespace, platform.namespace, ...own])];
  const found = await Promise.all(
    namespaces.map(async (namespace) =>
      [...(await view.certificates(namespace))].map(([place, pem]): ObservedCertificate => {
        const certificate = new X509Certificate(pem);
        return { namespace, place, subject: subjectOf(certificate), expires: certificate.validToDate.toISOString() };
      }),
    ),
  );
  return found.flat().sort((a, b) => a.expires.localeCompare(b.expires) || a.place.localeCompare(b.place));
};
