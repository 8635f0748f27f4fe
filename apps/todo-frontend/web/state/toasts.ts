import { signal } from "@preact/signals";

/** A short message at the edge of the page. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly kind: "info" | "error";
  readonly action?: { readonly name: string; readonly run: () => void };
}

/** How long a message stays, in milliseconds; an error stays until it is closed. */
export const toastTime = 6000;
const most = 3;
let last = 0;

export const toasts = signal<readonly Toast[]>([]);

export const closeToast = (id: number): void => {
  toasts.value = toasts.value.filter((toast) => toast.id !== id);
};

/** Shows a message, which screen readers speak; answers with its id. */
export function showToast(toast: Omit<Toast, "id">): number {
  const id = ++last;
  const others = toasts.value.filter(({ text }) => text !== toast.text);
  toasts.value = [...others, { ...toast, id }].slice(-most);
  if (toast.kind === "info") setTimeout(() => closeToast(id), toastTime);
  return id;
}
