/** Secrets by where they come from, each as a part that survives every quoting. */
export type Canaries = ReadonlyMap<string, string>;

interface State {
  readonly deployment: { readonly resources: readonly Resource[] };
}
interface Resource {
  readonly type: string;
  readonly urn: string;
  readonly outputs?: Record<string, unknown>;
}

/** A secret value in the state is its JSON text under `plaintext`. */
const plain = (value: unknown): unknown => {
  const text = (value as { plaintext?: string } | undefined)?.plaintext;
  return text === undefined ? value : JSON.parse(text);
};

/** Every password and key of a state as `stack export --show-secrets` prints it, by the resources' names. */
export const secretsOf = (exported: string): [name: string, value: string][] =>
  (JSON.parse(exported) as State).deployment.resources.flatMap(({ type, urn, outputs }): [string, string][] => {
    const name = urn.split("::").at(-1) ?? "";
    if (type === "random:index/randomPassword:RandomPassword") return [[name, String(plain(outputs?.["result"]))]];
    // A line of a key is enough to know it by.
    if (type === "tls:index/privateKey:PrivateKey")
      return [[name, String(plain(outputs?.["privateKeyPem"])).split("\n")[1] ?? "a key without lines"]];
    if (type === "digitalocean:index/databaseCluster:DatabaseCluster")
      return [[name, String(plain(outputs?.["password"]))]];
    return [];
  });

/** Which canaries stand in a text, as they are or in base64 (as Secrets and kubeconfigs have them). */
export const canariesIn = (canaries: Canaries, text: string): string[] =>
  [...canaries].flatMap(([name, value]) =>
    [value, Buffer.from(value).toString("base64").replace(/=+$/, "")].some((form) => text.includes(form)) ? [name] : [],
  );
