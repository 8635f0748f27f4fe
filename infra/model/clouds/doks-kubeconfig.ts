/** What a kubeconfig of a DOKS cluster is made of. */
export interface DoksAccess {
  readonly clusterId: string;
  /** Such as `https://….k8s.ondigitalocean.com`. */
  readonly endpoint: string;
  /** The cluster's CA, base64 of PEM. */
  readonly certificateAuthority: string;
}

/**
 * A kubeconfig that asks `doctl` for a token at each call, as `doctl kubernetes cluster kubeconfig save` writes it. The ones
 * that the API answers hold a token, which ends after seven days: the next `pulumi destroy` would be refused.
 */
export const doksKubeconfig = ({ clusterId, endpoint, certificateAuthority }: DoksAccess): string =>
  JSON.stringify({
    apiVersion: "v1",
    kind: "Config",
    "current-context": "doks",
    contexts: [{ name: "doks", context: { cluster: "doks", user: "doctl" } }],
    clusters: [{ name: "doks", cluster: { server: endpoint, "certificate-authority-data": certificateAuthority } }],
    users: [
      {
        name: "doctl",
        user: {
          exec: {
            apiVersion: "client.authentication.k8s.io/v1beta1",
            command: "doctl",
            args: [
              ...["kubernetes", "cluster", "kubeconfig", "exec-credential"],
              ...["--version=v1beta1", "--context=default", clusterId],
            ],
            interactiveMode: "Never",
          },
        },
      },
    ],
  });
