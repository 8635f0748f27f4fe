import { Deployment } from "@pulumi/kubernetes/apps/v1/deployment.js";
import { ConfigMap } from "@pulumi/kubernetes/core/v1/configMap.js";
import { Secret } from "@pulumi/kubernetes/core/v1/secret.js";
import { ComponentResource, type ComponentResourceOptions, type Input, type Output } from "@pulumi/pulumi";
import { RandomPassword } from "@pulumi/random/randomPassword.js";
import { vaultHost, vaultPort, type PlainVaultSpec } from "../model/vault.ts";
import type { CertificateAuthority } from "./certificate-authority.ts";
import { containerSecurity, podSecurity } from "./pod-defaults.ts";
import { serverAccess } from "./server-access.ts";
import { vaultFiles, vaultFilesChecksum, vaultSourcePath, vaultUser } from "./vault-files.ts";

/** Arguments of {@link VaultServer}. */
export interface VaultServerArgs {
  readonly vault: PlainVaultSpec;
  readonly namespace: Input<string>;
  readonly image: string;
  readonly authority: CertificateAuthority;
  /** Secrets of the namespace that are copied into Vault, with their keys. */
  readonly secrets: Readonly<Record<string, readonly string[]>>;
}

/**
 * One Vault server for development: TLS only, everything in memory, and a token that reads the apps' secrets and nothing
 * else. They are copied from the platform's Secrets at each start, and within two minutes of each change.
 * Costs one pod of at most 512 MiB; exposes port 8200 inside its namespace.
 *
 * @example new VaultServer("vault", { vault, namespace, image, authority, secrets: { "jwt-secret": ["key"] } });
 */
export class VaultServer extends ComponentResource {
  /** Secret with the token for components; known once the server holds the secrets. */
  readonly secret: Output<string>;

  constructor(name: string, args: VaultServerArgs, options?: ComponentResourceOptions) {
    super("todo-platform:secrets:VaultServer", name, {}, options);
    const { vault, namespace, authority, secrets } = args;
    const child = { parent: this };
    const metadata = { name: vault.name, namespace };
    const { labels } = serverAccess(name, { name: vault.name, namespace, port: vaultPort }, this);
    const random = (role: string): Output<string> =>
      new RandomPassword(`${name}-${role}`, { length: 48, special: false }, child).result;
    const token = random("token");
    const tls = authority.issue(vault.name, [vaultHost(vault), `${vault.name}.${vault.namespace}.svc`]);
    const files = vaultFiles(vault, Object.keys(secrets));
    const config = new ConfigMap(`${name}-config`, { metadata, data: files }, child);
    const credentials = new Secret(
      `${name}-credentials`,
      {
        metadata,
        stringData: {
          "root-token": random("root-token"),
          token,
          "tls.crt": tls.certificate,
          "tls.key": tls.privateKey,
        },
      },
      child,
    );
    const server = this.#createServer(name, args, labels, config.metadata.name, credentials.metadata.name);
    const secret = new Secret(
      `${name}-secret`,
      { metadata: { name: vault.secret, namespace }, stringData: { token } },
      { ...child, dependsOn: [server] },
    );
    this.secret = secret.metadata.name;
    this.registerOutputs({ secret: this.secret });
  }

  #createServer(
    name: string,
    { vault, namespace, image, secrets }: VaultServerArgs,
    labels: Record<string, string>,
    config: Output<string>,
    secret: Output<string>,
  ): Deployment {
    const container = {
      name: "vault",
      image,
      command: ["/bin/sh", "/etc/vault-config/start.sh"],
      env: [{ name: "HOME", value: "/tmp" }],
      ports: [{ name: "vault", containerPort: vaultPort }],
      readinessProbe: { exec: { command: ["/bin/sh", "-c", "[ -e /tmp/ready ]"] }, periodSeconds: 2 },
      resources: { requests: { cpu: "50m", memory: "128Mi" }, limits: { cpu: "1", memory: "512Mi" } },
      securityContext: containerSecurity,
      volumeMounts: [
        { name: "config", mountPath: "/etc/vault-config", readOnly: true },
        { name: "credentials", mountPath: "/etc/vault-credentials", readOnly: true },
        { name: "secrets", mountPath: vaultSourcePath, readOnly: true },
        { name: "tmp", mountPath: "/tmp" },
      ],
    };
    // A demo user, for one, is not on every target.
    const sources = Object.entries(secrets).map(([source, keys]) => ({
      secret: { name: source, optional: true, items: keys.map((key) => ({ key, path: `${source}/${key}` })) },
    }));
    const spec = {
      replicas: 1,
      selector: { matchLabels: labels },
      strategy: { type: "Recreate" },
      template: {
        metadata: {
          labels,
          annotations: { "todo-platform.io/config": vaultFilesChecksum(vault, Object.keys(secrets)) },
        },
        spec: {
          automountServiceAccountToken: false,
          enableServiceLinks: false,
          securityContext: podSecurity(vaultUser),
          containers: [container],
          volumes: [
            { name: "config", configMap: { name: config } },
            { name: "credentials", secret: { secretName: secret, defaultMode: 0o440 } },
            { name: "secrets", projected: { sources, defaultMode: 0o440 } },
            { name: "tmp", emptyDir: { medium: "Memory" } },
          ],
        },
      },
    };
    return new Deployment(`${name}-server`, { metadata: { name: vault.name, namespace }, spec }, { parent: this });
  }
}
