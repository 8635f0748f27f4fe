import { signal } from "@preact/signals";

export const views = ["tasks", "notifications", "activity", "assistant"] as const;
/** A page of the workspace; its name stands behind the `#` of the address. */
export type View = (typeof views)[number];

const fromAddress = (): View => views.find((name) => `#${name}` === location.hash) ?? "tasks";

export const view = signal<View>(fromAddress());
addEventListener("hashchange", () => (view.value = fromAddress()));

/** Goes to a view, which can be left by the browser's button for back. */
export function goTo(name: View): void {
  if (view.value === name) return;
  location.hash = name;
  view.value = name;
}
