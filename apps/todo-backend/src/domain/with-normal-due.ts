import { Problem } from "@todo-platform/service-kit";

/**
 * The fields with `due_at` in UTC.
 * @throws Problem 400 when it falls out of the years 1 to 9999 there, which no subscriber could read
 */
export function withNormalDue<Fields extends { due_at?: string | null | undefined }>(fields: Fields): Fields {
  if (fields.due_at === undefined || fields.due_at === null) return fields;
  const due = new Date(fields.due_at);
  const year = due.getUTCFullYear();
  if (year >= 1 && year <= 9999) return { ...fields, due_at: due.toISOString() };
  throw new Problem(400, "The request is not valid.", [{ pointer: "/due_at", detail: "Out of the years 1 to 9999" }]);
}
