const factors: Readonly<Record<string, number>> = {
  m: 1e-3,
  "": 1,
  ...{ k: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15 },
  ...{ Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40, Pi: 2 ** 50 },
};

/** A quantity of Kubernetes as a number: cores or bytes. `undefined` for what is none. */
export const quantity = (text: string | undefined): number | undefined => {
  const found = /^(\d+(?:\.\d+)?)(m|k|M|G|T|P|Ki|Mi|Gi|Ti|Pi)?$/.exec(text ?? "");
  return found === null ? undefined : Number(found[1]) * (factors[found[2] ?? ""] ?? 1);
};
