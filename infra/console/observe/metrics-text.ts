/** Sum of all series of a name in Prometheus' text format; undefined when there is none. */
export const sumOf = (metrics: string, name: string): number | undefined => {
  const values = metrics
    .split("\n")
    .filter((line) => line.startsWith(`${name} `) || line.startsWith(`${name}{`))
    .map((line) => Number(line.slice(line.lastIndexOf(" "))));
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0);
};
