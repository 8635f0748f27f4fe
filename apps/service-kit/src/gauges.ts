import { Gauge, register } from "prom-client";

/**
 * Offers values that are read whenever the metrics are asked for, all of them by one call of `read`. While `read` fails
 * none of them is offered: no value is better than an old one, and the other metrics go on.
 * @param helps what each value means, by its name; its unit ends the name
 */
export function offerGauges<Name extends string>(
  helps: Readonly<Record<Name, string>>,
  read: () => Promise<Readonly<Record<Name, number>>>,
): void {
  let reading: Promise<Readonly<Record<Name, number>> | undefined> | undefined;
  const readOnce = () =>
    (reading ??= read()
      .catch(() => undefined)
      .finally(() => (reading = undefined)));
  for (const name in helps) {
    // An app whose start is repeated offers the values of its last start.
    register.removeSingleMetric(name);
    new Gauge({
      name,
      help: helps[name],
      async collect() {
        const values = await readOnce();
        if (values === undefined) this.remove();
        else this.set(values[name]);
      },
    });
  }
}
