import { z } from "zod";

/** A text that the engine keeps as a secret. In the JSON Schema it has `secret: true`. */
const secretText = z.string().brand<"secret">().meta({ secret: true });
export type SecretText = z.infer<typeof secretText>;

/**
 * What a stack hands to CI, the apps' tests and the operators; the JSON Schema is made from it. Scripts rely on it: an
 * output may be added, but none renamed, removed or made optional (tests/golden/outputs.test.ts).
 */
export const stackOutputs = z.strictObject({
  /** Target of the stack. */
  target: z.enum(["local", "minikube", "aks", "doks"]).meta({ description: "Target of the stack." }),
  namespace: z.string().meta({ description: "Namespace of the apps and of their Dapr objects." }),
  /** App id -> image with its digest. */
  images: z.record(z.string(), z.string()).meta({ description: "App id -> image with its digest." }),
  /** NodePorts of a target without a gateway. */
  nodePorts: z
    .strictObject({ ui: z.int(), traces: z.int() })
    .optional()
    .meta({ description: "NodePorts of a target without a gateway." }),
  /** What a cloud runs beside the cluster. */
  cloud: z
    .strictObject({
      registry: z.string().meta({ description: "Where the apps' images are." }),
      cluster: z.string().meta({ description: "Name of the cluster." }),
      login: z.string().meta({ description: "Command that lets whoever may administer the cluster into it." }),
      egressAddress: z.string().optional().meta({ description: "Address from which the platform calls others." }),
      grafana: z.string().optional().meta({ description: "Page of the cloud's Grafana." }),
    })
    .optional()
    .meta({ description: "What a cloud runs beside the cluster." }),
  versions: z.strictObject({ dapr: z.string() }).meta({ description: "Versions of what the stack installs." }),
  /** The operators' page, where the stack has it as a pod; the token is a secret. */
  operatorsPage: z
    .strictObject({
      forward: z.string().meta({ description: "Command that makes it reachable at http://127.0.0.1:18090." }),
      token: secretText,
    })
    .optional()
    .meta({ description: "The operators' page, where the stack has it as a pod." }),
  /** Demo user of a development stack; the password is a secret. */
  demoUser: z
    .strictObject({ username: z.string(), password: secretText })
    .optional()
    .meta({ description: "Demo user of a development stack." }),
});
export type StackOutputs = z.infer<typeof stackOutputs>;

/** The published JSON Schema of the outputs. */
export const outputsSchema = (): object => z.toJSONSchema(stackOutputs);
