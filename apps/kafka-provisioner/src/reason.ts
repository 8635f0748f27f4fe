import { messageOf } from "@todo-platform/service-kit";

/** What a broker said, in its own words: the client's errors hold one for each topic or user. */
export const reasonOf = (failure: unknown): string => {
  if (failure instanceof AggregateError && failure.errors.length > 0)
    return [...new Set(failure.errors.map(reasonOf))].join("; ");
  const { serverErrorMessage } = failure as { serverErrorMessage?: string | null };
  return serverErrorMessage ?? messageOf(failure);
};
