/** Keeps the focus in the list: when the line of `element` goes, its neighbour gets it. */
export function focusNeighbour(element: HTMLElement): void {
  const line = element.closest("li");
  const neighbour = line?.nextElementSibling ?? line?.previousElementSibling;
  const next = neighbour?.querySelector<HTMLElement>("[data-row]") ?? document.getElementById("task-input");
  requestAnimationFrame(() => {
    if (!line?.isConnected) next?.focus();
  });
}
