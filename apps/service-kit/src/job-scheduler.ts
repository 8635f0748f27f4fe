import type { DaprClient } from "./dapr-client.ts";

/** When a job runs, and what it hands over. */
export interface Job {
  /** RFC 3339; a moment that has passed means at once. */
  readonly dueTime: string;
  readonly data?: unknown;
}

/** Work at a moment, kept by Dapr's scheduler across restarts: the sidecar of one replica POSTs it to `/job/<name>`. */
export interface JobScheduler {
  /**
   * Schedules a job, in place of an earlier one of the same name.
   * @throws DaprError unless the scheduler has it
   */
  schedule(name: string, job: Job): Promise<void>;
  /** Takes a job back; one that does not exist is no error. */
  remove(name: string): Promise<void>;
}

const pathOf = (name: string): string => `/jobs/${encodeURIComponent(name)}`;

/** The scheduler behind the sidecar (Dapr Jobs API; the SDK has it for gRPC only). */
export const createJobScheduler = (dapr: DaprClient): JobScheduler => ({
  async schedule(name, { dueTime, data }) {
    // The scheduler refuses a moment that has passed.
    const due = Math.max(Date.parse(dueTime), Date.now() + 1000);
    const body = JSON.stringify({ dueTime: new Date(due).toISOString(), data: data ?? null, overwrite: true });
    await dapr.call(pathOf(name), { method: "POST", headers: { "content-type": "application/json" }, body });
  },
  async remove(name) {
    await dapr.call(pathOf(name), { method: "DELETE", expect: (status) => status === 404 });
  },
});
