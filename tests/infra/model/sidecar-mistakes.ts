type Mistake = [title: string, change: (platform: any) => void, problems: [code: string, path: string][]];

/** What services tell their sidecars that they must not. */
export const sidecarMistakes: Mistake[] = [
  [
    "a setting that no sidecar has",
    (p) => (p.services["audit-service"].sidecar = { enableProfilng: true }),
    [["TP0303", "services.audit-service.sidecar.enableProfilng"]],
  ],
  [
    "a setting of a sidecar that follows from the topology",
    (p) => (p.services["audit-service"].sidecar = { appId: "audit" }),
    [["TP0303", "services.audit-service.sidecar.appId"]],
  ],
  [
    "a folder of authorities that makes the sidecar run as root",
    (p) => (p.services["audit-service"].sidecar = { env: { SSL_CERT_DIR: "/etc/company/ca" } }),
    [["TP0304", "services.audit-service.sidecar.env.SSL_CERT_DIR"]],
  ],
];
