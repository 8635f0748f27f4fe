import { error } from "../checks/error.ts";
import type { Problem } from "../problems.ts";
import { contains, overlap, parseBlock, type Block } from "./cidr.ts";

type Named = readonly [path: string, text: string];

const parsed = (blocks: readonly Named[]): { known: (readonly [string, Block])[]; problems: Problem[] } => {
  const all = blocks.map(([path, text]) => [path, text, parseBlock(text)] as const);
  return {
    known: all.flatMap(([path, , block]) => (block === undefined ? [] : [[path, block] as const])),
    problems: all.flatMap(([path, text, block]) =>
      block === undefined
        ? [
            error(
              "TP1101",
              path,
              text,
              "is no block of addresses that begins with its first one",
              "Write it as 10.20.0.0/16.",
            ),
          ]
        : [],
    ),
  };
};

/**
 * Blocks of addresses: each well formed, those inside the network inside it, and no two with an address in common. Pods or
 * services that share an address with something else reach the wrong one, without any message.
 */
export const checkBlocks = (network: Named, inside: readonly Named[], outside: readonly Named[]): Problem[] => {
  const { known, problems } = parsed([network, ...inside, ...outside]);
  const blocks = new Map(known);
  const whole = blocks.get(network[0]);
  const text = new Map<string, string>([network, ...inside, ...outside]);
  const strays = inside.flatMap(([path, value]) => {
    const block = blocks.get(path);
    if (block === undefined || whole === undefined || contains(whole, block)) return [];
    return [error("TP1102", path, value, `lies outside of the network ${network[1]}`, "Choose a part of it.")];
  });
  const apart = known.filter(([path]) => path !== network[0] || inside.length === 0);
  const clashes = apart.flatMap(([path, block], index) =>
    apart
      .slice(0, index)
      .filter(([, other]) => overlap(block, other))
      .map(([other]) =>
        error(
          "TP1103",
          path,
          text.get(path),
          `shares addresses with ${other} (${text.get(other)})`,
          "Use another block.",
        ),
      ),
  );
  const outsiders = outside.flatMap(([path, value]) => {
    const block = blocks.get(path);
    if (inside.length === 0 || block === undefined || whole === undefined || !overlap(whole, block)) return [];
    return [error("TP1103", path, value, `shares addresses with ${network[0]} (${network[1]})`, "Use another block.")];
  });
  return [...problems, ...strays, ...clashes, ...outsiders];
};

/** Addresses that may reach the Kubernetes API. */
export const checkApiServer = (path: string, ranges: readonly string[]): Problem[] => {
  if (ranges.length === 0)
    return [
      error(
        "TP1104",
        path,
        ranges,
        "lets everybody reach the Kubernetes API",
        "Name the addresses of CI and operators.",
      ),
    ];
  return ranges.flatMap((range, index) => {
    const block = parseBlock(range);
    if (block !== undefined && block.size <= 2 ** 16) return [];
    return [
      error(
        "TP1104",
        `${path}[${index}]`,
        range,
        block === undefined ? "is no block of addresses" : "is open to a large part of the internet",
        "Name the addresses of CI and operators, such as 198.51.100.0/24.",
      ),
    ];
  });
};
