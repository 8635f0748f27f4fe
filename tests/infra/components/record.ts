import { runtime } from "@pulumi/pulumi";

/** A resource as a program registered it. */
export interface Recorded {
  readonly type: string;
  readonly name: string;
  readonly inputs: any;
  readonly parent: string | undefined;
  readonly dependencies: readonly string[];
  /** Not deleted by mistake. */
  readonly isProtected: boolean;
  /** Neither deleted by mistake nor with the stack. */
  readonly kept: boolean;
}

/** Runs a program against a recording engine and returns everything it registered, once it has settled. */
export const record = async (
  config: Record<string, string>,
  program: () => Promise<unknown>,
  /** What the server adds to a resource's inputs. @default nothing */
  answer: (type: string, name: string, inputs: Record<string, unknown>) => object = () => ({}),
): Promise<Recorded[]> => {
  const recorded: Recorded[] = [];
  await runtime.setMocks(
    {
      newResource: ({ type, name, inputs }) => ({
        id: `${name}-id`,
        state: { ...answer(type, name, inputs), ...inputs },
      }),
      call: () => ({}),
    },
    "todo-platform",
    "test",
  );
  runtime.setAllConfig(
    Object.fromEntries(Object.entries(config).map(([key, value]) => [`todo-platform:${key}`, value])),
  );
  const monitor = runtime.getMonitor() as unknown as {
    registerResource: (request: RegisterRequest, callback: (...args: unknown[]) => void) => void;
  };
  const register = monitor.registerResource.bind(monitor);
  monitor.registerResource = (request, callback) => {
    const inputs = unwrap(request.getObject()?.toJavaScript());
    recorded.push({
      type: request.getType(),
      name: request.getName(),
      inputs,
      parent: request.getParent().split("::").at(-1) || undefined,
      dependencies: request.getDependenciesList().map((urn) => urn.split("::").at(-1) ?? ""),
      isProtected: request.getProtect(),
      kept: request.getProtect() && request.getRetainondelete(),
    });
    register(request, callback);
  };
  await program();
  await runtime.disconnect();
  return recorded;
};

interface RegisterRequest {
  getType(): string;
  getName(): string;
  getParent(): string;
  getDependenciesList(): string[];
  getProtect(): boolean;
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
