import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import type { Maker } from "../infra/render/record-resources.ts";
import { revealed, type Properties } from "../local/pulumi/rpc/property-values.ts";
import { randomProvider } from "../local/pulumi/random/provider.ts";
import { tlsProvider } from "../local/pulumi/tls/provider.ts";

interface Made {
  /** Of the inputs: other ones ask for another value. */
  readonly checksum: string;
  readonly outputs: Properties;
}

/** Passwords, keys and certificates of exports: each is made once and then kept, as a stack's state would. */
export interface MadeValues {
  readonly maker: Maker;
  /** All of them, for the file that the next export reads. */
  readonly toText: () => string;
}

const plugins = { random: randomProvider("0"), tls: tlsProvider("0") };

const isExpired = ({ outputs }: Made): boolean =>
  typeof outputs["validityEndTime"] === "string" && Date.parse(outputs["validityEndTime"]) < Date.now();

/** A program registers its resources in no fixed order. */
const inOrder = <Value>(values: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));

/** @param file What an earlier export kept; it need not be there. */
export const createMadeValues = (file: string): MadeValues => {
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Record<string, Made>) : {};
  const used: Record<string, Made> = {};
  const make = async (type: string, name: string, wanted: Properties): Promise<Properties> => {
    const plugin = type.startsWith("random:") ? plugins.random : plugins.tls;
    const kind = plugin.kind(type);
    const request = { urn: name, id: "", oldInputs: {}, state: {}, preview: false, timeout: 0 };
    const inputs = await kind.check({ ...request, inputs: revealed(wanted) as Properties });
    const checksum = createHash("sha256").update(JSON.stringify(inputs)).digest("hex");
    const earlier = kept[`${type}::${name}`];
    const isGood = earlier?.checksum === checksum && !isExpired(earlier);
    const outputs = isGood
      ? earlier.outputs
      : (revealed((await kind.create({ ...request, inputs })).outputs) as Properties);
    used[`${type}::${name}`] = { checksum, outputs };
    return outputs;
  };
  return {
    maker: ({ type, name, inputs }) => (/^(random|tls):/.test(type) ? make(type, name, inputs) : {}),
    toText: () => `${JSON.stringify(inOrder(used), undefined, 1)}\n`,
  };
};
