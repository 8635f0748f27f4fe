/** Kubernetes' DNS-1123 label: the names of namespaces, Dapr app ids and Dapr objects here. */
export const dnsLabel = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

/** Kafka's legal topic names (org.apache.kafka.common.internals.Topic): at most 249 characters. */
export const kafkaTopicName = /^[a-zA-Z0-9._-]{1,249}$/;

/** How many letters must be put in, left out or changed to make one text of another. */
export const editDistance = (a: string, b: string): number => {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
};

/**
 * The known name that a mistyped one most likely means, or undefined when none is close
 * (more than a third of the letters differ).
 */
export const didYouMean = (name: string, known: readonly string[]): string | undefined => {
  const ranked = known
    .map((candidate) => ({ candidate, distance: editDistance(name.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  return best && best.distance <= Math.max(2, Math.floor(name.length / 3)) ? best.candidate : undefined;
};

/** A remedy that offers the closest known name, or lists all of them. */
export const remedyForName = (name: string, known: readonly string[], kind: string): string => {
  const guess = didYouMean(name, known);
  return guess ? `Did you mean "${guess}"?` : `Use one of the declared ${kind}: ${known.join(", ") || "(none)"}.`;
};
