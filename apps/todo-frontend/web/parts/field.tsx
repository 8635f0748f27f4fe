import type { ComponentChildren } from "preact";

/** A label, its input, and what is wrong with it; the input names `{id}-problem` as its description. */
export const Field = ({
  id,
  label,
  hint,
  problem,
  children,
}: {
  id: string;
  label: string;
  hint?: string;
  problem?: string | undefined;
  children: ComponentChildren;
}) => (
  <div class={problem ? "field wrong" : "field"}>
    <label for={id}>{label}</label>
    {children}
    {hint && !problem && (
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
    )}
    {problem && (
      <p class="problem" id={`${id}-problem`} data-testid={`${id}-problem`}>
        {problem}
      </p>
    )}
  </div>
);

/** What an input needs to be read together with its problem and hint. */
export const described = (id: string, problem: string | undefined, hint = false) => ({
  id,
  "aria-invalid": problem ? ("true" as const) : ("false" as const),
  "aria-describedby":
    [hint && !problem && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(" ") || undefined,
});
