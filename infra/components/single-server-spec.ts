import type { Input } from "@pulumi/pulumi";
import type { Size } from "../model/units.ts";
import { podSecurity } from "./pod-defaults.ts";

/** What differs between the single-server StatefulSets of development. */
export interface SingleServerArgs {
  readonly name: string;
  readonly labels: Record<string, string>;
  /** Changes when the server's files do, so that it restarts with them. */
  readonly checksum: string;
  readonly user: number;
  readonly storage: Size;
  readonly config: Input<string>;
  readonly secret: Input<string>;
  readonly container: { readonly name: string; readonly image: string } & Record<string, unknown>;
  /** Volumes besides `data`, `config`, `credentials` and `tmp`. */
  readonly volumes: readonly { readonly name: string; readonly emptyDir: object }[];
}

/** Spec of a StatefulSet with one pod and one volume: `data`, the server's files, its credentials and `tmp`. */
export const singleServerSpec = ({
  name,
  labels,
  checksum,
  user,
  storage,
  config,
  secret,
  container,
  volumes,
}: SingleServerArgs) => ({
  serviceName: name,
  replicas: 1,
  selector: { matchLabels: labels },
  template: {
    metadata: { labels, annotations: { "todo-platform.io/config": checksum } },
    spec: {
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      terminationGracePeriodSeconds: 60,
      securityContext: podSecurity(user),
      containers: [container],
      volumes: [
        { name: "config", configMap: { name: config } },
        { name: "credentials", secret: { secretName: secret, defaultMode: 0o440 } },
        { name: "tmp", emptyDir: {} },
        ...volumes,
      ],
    },
  },
  volumeClaimTemplates: [
    {
      metadata: { name: "data" },
      spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage } } },
    },
  ],
});
