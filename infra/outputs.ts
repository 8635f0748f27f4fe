import { z } from "zod";

/** What a stack hands to CI, the apps' tests and the operators; the JSON Schema is made from it. */
export const stackOutputs = z.strictObject({
  /** Target of the stack. */
  target: z.enum(["local", "minikube", "aks", "doks"]),
  namespace: z.string(),
  /** App id -> image with its digest. */
  images: z.record(z.string(), z.string()),
  /** NodePorts of a target without a gateway. */
  nodePorts: z.strictObject({ ui: z.int(), traces: z.int() }).optional(),
  versions: z.strictObject({ dapr: z.string() }),
  /** Demo user of a development stack; the password is a secret. */
  demoUser: z.strictObject({ username: z.string(), password: z.string() }).optional(),
});
export type StackOutputs = z.infer<typeof stackOutputs>;

/** The published JSON Schema of the outputs. */
export const outputsSchema = (): object => z.toJSONSchema(stackOutputs);
