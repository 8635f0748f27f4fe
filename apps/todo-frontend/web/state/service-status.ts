import { signal } from "@preact/signals";
import type { ServiceStatus } from "@todo-platform/contracts";
import { callJson, faults, statusOf } from "../api/call.ts";

/** Milliseconds between two looks; shorter while nothing answers. */
const interval = 10_000;
const shortInterval = 2500;

/** What works less well; undefined as long as it is not known. */
export const serviceStatus = signal<ServiceStatus | undefined>(undefined);
export const isReachable = signal(true);

async function look(onReturn: () => void): Promise<void> {
  try {
    serviceStatus.value = await callJson<ServiceStatus>("GET", "/api/status");
    if (!isReachable.value) onReturn();
    isReachable.value = true;
  } catch (error) {
    const status = statusOf(error);
    if (status === 0 || status >= 500) isReachable.value = false;
  }
}

/**
 * Watches how the services are until `signal` is aborted: every ten seconds, and at once when a call was not answered.
 * @param onReturn called when they answer again
 */
export function watchStatus(signal: AbortSignal, onReturn: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isLooking = false;
  const again = async (): Promise<void> => {
    if (isLooking || signal.aborted) return;
    isLooking = true;
    clearTimeout(timer);
    await look(onReturn);
    isLooking = false;
    if (!signal.aborted) timer = setTimeout(() => void again(), isReachable.value ? interval : shortInterval);
  };
  const unsubscribe = faults.subscribe(() => {
    if (isReachable.peek()) void again();
  });
  signal.addEventListener("abort", () => {
    unsubscribe();
    clearTimeout(timer);
    serviceStatus.value = undefined;
    isReachable.value = true;
  });
}
