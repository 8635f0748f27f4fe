const gateway = {
  kind: "gateway-api",
  className: "traefik",
  controllerNamespace: "traefik",
  host: "todo.example.com",
  routes: { "/": "todo-frontend" },
  certificate: { kind: "acme", email: "ops@example.com" },
  hsts: "8760h",
};
const selfSigned = { kind: "self-signed" };
const nginx = { ...gateway, kind: "ingress-nginx", className: "nginx", hsts: undefined };

/** A gateway that nothing is wrong with. */
export const soundGateway = gateway;

/** Mistakes in how the apps are reached, as in mistakes.ts. */
export const gatewayMistakes: [
  title: string,
  change: (platform: any) => void,
  problems: [code: string, path: string][],
][] = [
  [
    "a host with a scheme",
    (p) => (p.gateway = { ...gateway, host: "https://todo.example.com" }),
    [["TP1021", "gateway.host"]],
  ],
  ["a host that is an address", (p) => (p.gateway = { ...gateway, host: "10.0.0.1" }), [["TP1021", "gateway.host"]]],
  [
    "an ACME certificate for a private name",
    (p) => (p.gateway = { ...gateway, host: "todo.local" }),
    [["TP1022", "gateway.host"]],
  ],
  [
    "routes to an unknown app, by no prefix, and none for the page",
    (p) => (p.gateway = { ...gateway, routes: { "/app": "todo-fronted", "api/*": "todo-backend" } }),
    [
      ["TP1023", "gateway.routes./app"],
      ["TP1023", "gateway.routes.api/*"],
      ["TP1023", "gateway.routes"],
    ],
  ],
  [
    "HSTS with a self-signed certificate",
    (p) => (p.gateway = { ...gateway, certificate: selfSigned }),
    [["TP1024", "gateway.hsts"]],
  ],
  [
    "HSTS of one Ingress",
    (p) => (p.gateway = { ...nginx, hsts: "24h" }),
    [
      ["TP1024", "gateway.hsts"],
      ["TP1026", "gateway.kind"],
    ],
  ],
  [
    "a limit of rates that the Gateway API does not have",
    (p) => (p.gateway = { ...gateway, rateLimit: { requestsPerSecond: 5, burst: 10 } }),
    [["TP1025", "gateway.rateLimit"]],
  ],
  ["an archived controller", (p) => (p.gateway = nginx), [["TP1026", "gateway.kind"]]],
  [
    "a self-signed certificate in production",
    (p) => {
      p.dapr.highAvailability = true;
      p.suppressions = [{ code: "TP0416", path: "kafka.replicationFactor", reason: "a test of the gateway" }];
      p.gateway = { ...gateway, certificate: selfSigned, hsts: undefined };
    },
    [
      ["TP1027", "gateway.certificate.kind"],
      ["TP0453", "database.kind"],
    ],
  ],
];
