import { runtime, secret, type Input } from "@pulumi/pulumi";
import { merged } from "../../../local/pulumi/recorder/recorder.ts";

/** A resource as a program registered it. */
export interface Recorded {
  readonly type: string;
  readonly name: string;
  readonly inputs: any;
  /** Types of its parents and its own, by which the engine tells resources of one name apart. */
  readonly urn: string;
  readonly parent: string | undefined;
  /** What it was called before, as URNs. */
  readonly aliases: readonly string[];
  readonly dependencies: readonly string[];
  /** Not deleted by mistake. */
  readonly isProtected: boolean;
  /** What takes it along when it is deleted. */
  readonly deletedWith: string | undefined;
  /** Neither deleted by mistake nor with the stack. */
  readonly kept: boolean;
}

/** Runs a program against a recording engine and returns everything it registered, once it has settled. */
export const record = async (
  config: Record<string, string>,
  program: () => Promise<unknown>,
  /** What the server adds to a resource's inputs. @default nothing */
  answer: (type: string, name: string, inputs: Record<string, unknown>) => object = () => ({}),
  /** What a provider's function answers. @default nothing */
  call: (token: string) => Record<string, unknown> = () => ({}),
): Promise<Recorded[]> => {
  const recorded: Recorded[] = [];
  // The recording engine names only the nearest parent's type; a real one all of them.
  const full = new Map<string, string>();
  await runtime.setMocks(
    {
      newResource: ({ type, name, inputs }) => ({
        id: `${name}-id`,
        state: { ...(merged(answer(type, name, inputs), inputs) as object), ...generated(type, name) },
      }),
      call: ({ token }) => call(token),
    },
    "todo-platform",
    "test",
  );
  runtime.setAllConfig(
    Object.fromEntries(Object.entries(config).map(([key, value]) => [`todo-platform:${key}`, value])),
  );
  const monitor = runtime.getMonitor() as unknown as {
    registerResource: (
      request: RegisterRequest,
      callback: (failure: unknown, response: { getUrn(): string } | undefined) => void,
    ) => void;
  };
  const register = monitor.registerResource.bind(monitor);
  monitor.registerResource = (request, callback) => {
    const inputs = unwrap(request.getObject()?.toJavaScript());
    const [type, name] = [request.getType(), request.getName()];
    const parent = full.get(request.getParent()) ?? "";
    const urn = toUrn(parent, type, name);
    recorded.push({
      type,
      name,
      inputs,
      urn,
      aliases: request
        .getAliasesList()
        .map((alias) => alias.getUrn() || fromSpec(alias.getSpec()?.toObject() ?? {}, { type, name, parent }, full)),
      parent: parent.split("::").at(-1) || undefined,
      dependencies: request.getDependenciesList().map((urn) => urn.split("::").at(-1) ?? ""),
      isProtected: request.getProtect(),
      deletedWith: request.getDeletedwith().split("::").at(-1) || undefined,
      kept: request.getProtect() && request.getRetainondelete(),
    });
    register(request, (failure, response) => {
      if (response !== undefined) full.set(response.getUrn(), urn);
      callback(failure, response);
    });
  };
  await program();
  await runtime.disconnect();
  return recorded;
};

/** What providers make, named by what made it: so a test sees which value went where, and never a value. */
const made: ReadonlyMap<string, readonly string[]> = new Map([
  ["random:index/randomPassword:RandomPassword", ["result"]],
  ["tls:index/privateKey:PrivateKey", ["privateKeyPem", "privateKeyPemPkcs8"]],
  ["tls:index/selfSignedCert:SelfSignedCert", ["certPem"]],
  ["tls:index/certRequest:CertRequest", ["certRequestPem"]],
  ["tls:index/locallySignedCert:LocallySignedCert", ["certPem"]],
  ["docker-build:index:Image", ["ref"]],
]);

/** What their SDKs ask the engine to keep as secrets. */
const isSecret = (field: string): boolean => field === "result" || field.startsWith("privateKeyPem");

const generated = (type: string, name: string): Record<string, Input<string>> =>
  Object.fromEntries(
    (made.get(type) ?? []).map((field) => {
      const value = `<${name}.${field}>`;
      return [field, isSecret(field) ? secret(value) : value];
    }),
  );

const stackUrn = "urn:pulumi:test::todo-platform::";
const stackType = "pulumi:pulumi:Stack";

const toUrn = (parent: string, type: string, name: string): string => {
  const above = parent.slice(stackUrn.length).split("::")[0] ?? "";
  return `${stackUrn}${above === "" || above === stackType ? "" : `${above}$`}${type}::${name}`;
};

interface AliasSpec {
  readonly name?: string;
  readonly type?: string;
  readonly parenturn?: string;
  readonly noparent?: boolean;
}

/** An alias says only what was different. */
const fromSpec = (
  spec: AliasSpec,
  now: { type: string; name: string; parent: string },
  full: ReadonlyMap<string, string>,
): string => {
  const parent = spec.noparent ? "" : (full.get(spec.parenturn ?? "") ?? now.parent);
  return toUrn(parent, spec.type || now.type, spec.name || now.name);
};

interface RegisterRequest {
  getAliasesList(): { getUrn(): string; getSpec(): { toObject(): AliasSpec } | undefined }[];
  getType(): string;
  getName(): string;
  getParent(): string;
  getDependenciesList(): string[];
  getProtect(): boolean;
  getDeletedwith(): string;
  getRetainondelete(): boolean;
  getObject(): { toJavaScript(): unknown } | undefined;
}

const signature = "4dabf18193072939515e22adb298388d";

/** A secret travels in an envelope; the marker stays so that tests can tell secrets. */
const unwrap = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(unwrap);
  if (typeof value !== "object" || value === null) return value;
  if (signature in value) return { secret: unwrap((value as { value?: unknown }).value) };
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, unwrap(member)]));
};
