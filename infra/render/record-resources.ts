import { runtime } from "@pulumi/pulumi";

/** A resource as a program wants it. */
export interface WantedResource {
  readonly type: string;
  readonly name: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  /** Whether one of the inputs is, or contains, a secret. */
  readonly hasSecrets: boolean;
}

/** Makes what a provider adds to a resource's inputs: a password, a certificate, the reference of an image. */
export type Maker = (resource: WantedResource) => Promise<object> | object;

/** Envelope of a secret. Source: pulumi sdk/nodejs/runtime/rpc.ts. */
const signature = "4dabf18193072939515e22adb298388d";

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

const holdsSecret = (value: unknown): boolean =>
  isObject(value) && (signature in value || Object.values(value).some(holdsSecret));

const withoutEnvelopes = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutEnvelopes);
  if (!isObject(value)) return value;
  if (signature in value) return withoutEnvelopes(value["value"]);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withoutEnvelopes(member)]));
};

/**
 * Runs a program without an engine and returns the resources that it wants, in the order in which they are registered.
 * Nothing is created. Upstream: pulumi.com/docs/iac/concepts/testing/unit, whose recording engine this is.
 *
 * @param config The stack's config, by full keys.
 */
export const recordResources = async (
  config: Readonly<Record<string, string>>,
  program: () => Promise<unknown>,
  maker: Maker,
): Promise<WantedResource[]> => {
  const wanted: WantedResource[] = [];
  await runtime.setMocks(
    {
      newResource: async ({ type, name, inputs }) => {
        const plain = withoutEnvelopes(inputs) as Record<string, unknown>;
        const resource = { type, name, inputs: plain, hasSecrets: holdsSecret(inputs) };
        wanted.push(resource);
        return { id: name, state: { ...(inputs as object), ...(await maker(resource)) } };
      },
      call: () => ({}),
    },
    "todo-platform",
    "render",
  );
  runtime.setAllConfig({ ...config });
  await program();
  await runtime.disconnect();
  return wanted;
};
