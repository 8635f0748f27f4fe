import { closeToast, toasts } from "../state/toasts.ts";
import { Icon } from "./icon.tsx";

/** Short messages, spoken by screen readers: changes when there is time, errors at once. */
export const Toasts = () => (
  <section class="toasts" aria-label="Messages" aria-live="polite" data-testid="toasts">
    {toasts.value.map(({ id, text, kind, action }) => (
      <div key={id} class={`toast ${kind}`} role={kind === "error" ? "alert" : undefined} data-testid="toast">
        <p>{text}</p>
        {action && (
          <button
            type="button"
            class="toast-action"
            onClick={() => {
              closeToast(id);
              action.run();
            }}
          >
            {action.name}
          </button>
        )}
        <button type="button" class="icon-button" aria-label="Close the message" onClick={() => closeToast(id)}>
          <Icon name="close" />
        </button>
      </div>
    ))}
  </section>
);
