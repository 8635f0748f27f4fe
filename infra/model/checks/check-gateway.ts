import type { GatewaySpec } from "../gateway/gateway.ts";
import { remedyForName } from "../names.ts";
import type { PlatformSpec } from "../platform-spec.ts";
import type { Problem } from "../problems.ts";
import { error, warning } from "./error.ts";

/** A host name of letters, digits and hyphens with two labels at least; no address, no port. */
const hostName = /^(?=.{1,253}$)([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\.)+[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/;
/** Ends that no public DNS knows. Sources: RFC 6761, RFC 6762, RFC 9476, ICANN's .internal. */
const privateEnds = /\.(local|localhost|internal|test|invalid|example|alt)$/;

const hostProblems = ({ host, certificate }: GatewaySpec): Problem[] => {
  if (!hostName.test(host))
    return [
      error("TP1021", "gateway.host", host, "is no host name", "Write it in lower case, such as todo.example.com."),
    ];
  if (certificate.kind === "acme" && privateEnds.test(host))
    return [
      error(
        "TP1022",
        "gateway.host",
        host,
        "is known to no public DNS, so no ACME server signs for it",
        'Use a public name, or certificate { kind: "self-signed" }.',
      ),
    ];
  return [];
};

const routeProblems = ({ routes }: GatewaySpec, apps: readonly string[]): Problem[] => [
  ...Object.entries(routes).flatMap(([prefix, app]) => [
    ...(prefix.startsWith("/") && !prefix.includes("*")
      ? []
      : [
          error("TP1023", `gateway.routes.${prefix}`, prefix, "is no prefix of a path", "Start with '/', without '*'."),
        ]),
    ...(apps.includes(app)
      ? []
      : [
          error(
            "TP1023",
            `gateway.routes.${prefix}`,
            app,
            "is no app of the topology",
            remedyForName(app, apps, "apps"),
          ),
        ]),
  ]),
  ...(Object.hasOwn(routes, "/")
    ? []
    : [
        error(
          "TP1023",
          "gateway.routes",
          Object.keys(routes),
          "leave the host's own page without an app",
          'Add "/" with the app that serves the page.',
        ),
      ]),
];

const hstsProblems = ({ hsts, certificate, kind }: GatewaySpec): Problem[] => {
  if (hsts === undefined) return [];
  if (kind === "ingress-nginx")
    return [
      error(
        "TP1024",
        "gateway.hsts",
        hsts,
        "is not said by an Ingress: ingress-nginx says it for all its hosts",
        "Leave it out, and set hsts-max-age in the controller's ConfigMap.",
      ),
    ];
  if (certificate.kind === "self-signed")
    return [
      error(
        "TP1024",
        "gateway.hsts",
        hsts,
        "locks everybody out: browsers let nobody past the warning of a self-signed certificate of such a host",
        "Leave it out until an authority signs.",
      ),
    ];
  return [];
};

/** Whether requests from outside can reach the apps as the gateway says. */
export const checkGateway = ({ gateway, topology, dapr }: PlatformSpec): Problem[] => {
  if (gateway === undefined) return [];
  return [
    ...hostProblems(gateway),
    ...routeProblems(gateway, Object.keys(topology.apps)),
    ...hstsProblems(gateway),
    ...(gateway.rateLimit !== undefined && gateway.kind === "gateway-api"
      ? [
          error(
            "TP1025",
            "gateway.rateLimit",
            gateway.rateLimit,
            "has no place in the Gateway API yet, and would silently not limit anything",
            "Leave it out: the backend limits each user. Or add your controller's own policy beside the platform.",
          ),
        ]
      : []),
    ...(gateway.kind === "ingress-nginx"
      ? [
          warning(
            "TP1026",
            "gateway.kind",
            gateway.kind,
            "is archived since March 2026: its next hole stays open",
            'Use "gateway-api" with the controller of your cluster.',
          ),
        ]
      : []),
    ...(gateway.certificate.kind === "self-signed" && dapr.highAvailability
      ? [
          warning(
            "TP1027",
            "gateway.certificate.kind",
            "self-signed",
            "makes every browser warn of the page",
            'Use { kind: "acme", email }.',
          ),
        ]
      : []),
  ];
};
