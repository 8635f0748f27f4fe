import { fieldsOf, itemsOf, textOf } from "./fields.ts";

/** A resource that may break a rule for a while. */
export interface Exemption {
  /** The rule's name. */
  readonly rule: string;
  /** How messages name the resource, such as `Deployment monitoring/zipkin`; a `*` stands for any text. */
  readonly resource: string;
  readonly reason: string;
  /** Its last day, `2027-06-30`. */
  readonly expires: string;
}

/** What is written, with empty texts where something is missing: a rule tells what is wrong with it. */
export const readExemptions = (given: unknown): readonly Exemption[] =>
  itemsOf(given).map((item) => {
    const { rule, resource, reason, expires } = fieldsOf(item);
    return { rule: textOf(rule), resource: textOf(resource), reason: textOf(reason), expires: textOf(expires) };
  });

/** Whether an exemption speaks of a rule and a resource, by the resource's title; in any namespace while none is known. */
export const covers = (exemption: Exemption, rule: string, title: string): boolean => {
  const meant = title.includes(" */") ? exemption.resource.replace(/ [^ /]+\//, " */") : exemption.resource;
  const parts = meant.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return exemption.rule === rule && new RegExp(`^${parts.join(".*")}$`).test(title);
};

/** Whether a day has a date and that is real, such as no 31st of June. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true;

/** Whether it counts on a day: it has a reason, and its last day is not over. */
export const counts = ({ reason, expires }: Exemption, today: string): boolean =>
  reason.trim() !== "" && isDay(expires) && expires >= today;
