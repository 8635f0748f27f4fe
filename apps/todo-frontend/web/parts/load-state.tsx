import type { ComponentChildren } from "preact";
import type { Phase } from "../state/loading.ts";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icon.tsx";

/** Grey lines where a list will be. */
export const Skeleton = ({ lines = 4 }: { lines?: number }) => (
  <div class="skeleton" role="status" aria-label="Loading">
    {Array.from({ length: lines }, (_, index) => (
      <div key={index} class="bone" />
    ))}
  </div>
);

/** Says that nothing is there, and what to do about it. */
export const Empty = ({ icon, title, children }: { icon: IconName; title: string; children?: ComponentChildren }) => (
  <div class="empty">
    <Icon name={icon} />
    <p class="strong">{title}</p>
    {children}
  </div>
);

/** An error with a button to try again. */
export const Failure = ({ text, retry, testId }: { text: string; retry: () => void; testId?: string }) => (
  <div class="notice error" role="alert" data-testid={testId}>
    <p>{text.replace(/ Try again\.$/, "")}</p>
    <button type="button" class="small" data-testid="retry" onClick={retry}>
      Try again
    </button>
  </div>
);

/** Shows what was read, or where the reading stands: what was read before stays while it is read again. */
export function LoadState({
  phase,
  isEmpty,
  empty,
  failure,
  retry,
  children,
}: {
  phase: Phase;
  isEmpty: boolean;
  empty: ComponentChildren;
  failure: string;
  retry: () => void;
  children: ComponentChildren;
}) {
  return (
    <>
      {phase.is === "failed" && <Failure text={`${failure} ${phase.message}`} retry={retry} testId="load-error" />}
      {phase.is === "loading" && isEmpty && <Skeleton />}
      {phase.is === "ready" && isEmpty ? empty : children}
    </>
  );
}
