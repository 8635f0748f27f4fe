/** A block of addresses of IPv4. */
export interface Block {
  readonly first: number;
  readonly size: number;
}

/** Reads `10.20.0.0/16`; undefined when it is none, or when its address is not its first. */
export const parseBlock = (text: string): Block | undefined => {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text);
  if (!match) return undefined;
  const [a = 0, b = 0, c = 0, d = 0, bits = 0] = match.slice(1).map(Number);
  if ([a, b, c, d].some((part) => part > 255) || bits > 32) return undefined;
  const [first, size] = [((a * 256 + b) * 256 + c) * 256 + d, 2 ** (32 - bits)];
  return first % size === 0 ? { first, size } : undefined;
};

/** Whether two blocks share an address. */
export const overlap = (a: Block, b: Block): boolean => a.first < b.first + b.size && b.first < a.first + a.size;

/** Whether a block lies in another. */
export const contains = (outer: Block, inner: Block): boolean =>
  outer.first <= inner.first && inner.first + inner.size <= outer.first + outer.size;
