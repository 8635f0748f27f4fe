/** Whether a value holds itself, as an alias inside of its own anchor makes it. */
export const isCircular = (value: unknown): boolean => {
  const done = new Set<object>();
  const above = new Set<object>();
  const visit = (node: unknown): boolean => {
    if (typeof node !== "object" || node === null || done.has(node)) return false;
    if (above.has(node)) return true;
    above.add(node);
    const found = Object.values(node).some(visit);
    above.delete(node);
    done.add(node);
    return found;
  };
  return visit(value);
};
