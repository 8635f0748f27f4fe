import type { ServiceStatus } from "@todo-platform/contracts";
import type { Logger } from "@todo-platform/service-kit";
import type { Kysely } from "kysely";
import { toServiceStatus } from "../domain/service-state.ts";
import { createAccountStore } from "./account-store.ts";
import type { AccountStore } from "./account-store.ts";
import { readOutboxState } from "./outbox-state.ts";
import { createRequestCounts } from "./request-counts.ts";
import type { RequestCounts } from "./request-counts.ts";
import { createRevokedSessions } from "./revoked-sessions.ts";
import type { RevokedSessions } from "./revoked-sessions.ts";
import { createSeriesStore } from "./series-store.ts";
import type { SeriesStore } from "./series-store.ts";
import type { Tables } from "./tables.ts";
import { createTaskCache } from "./task-cache.ts";
import { createTaskStore } from "./task-store.ts";
import type { TaskStore } from "./task-store.ts";
import type { WatchedState } from "./watched-state.ts";
import { withCache } from "./with-cache.ts";

/** What {@link createStores} needs. */
export interface StoresDeps {
  readonly db: Kysely<Tables>;
  readonly state: WatchedState;
  readonly log: Logger;
  /** Called after each commit that has put an event into the outbox. */
  readonly changed: () => void;
  /** Requests of one user a minute. */
  readonly requestLimit: number;
}

/** Everything that the backend keeps, in the database and in the state store. */
export interface Stores {
  readonly tasks: TaskStore;
  readonly series: SeriesStore;
  readonly accounts: AccountStore;
  readonly revoked: RevokedSessions;
  readonly requestCounts: RequestCounts;
  readonly status: () => Promise<ServiceStatus>;
}

/** A user with less than this part of the limit in one replica is not worth telling the others. */
const unshared = 0.02;

/** Opens the stores over `db` and `state`. */
export const createStores = ({ db, state, log, changed, requestLimit }: StoresDeps): Stores => ({
  tasks: withCache(createTaskStore(db, changed), createTaskCache(state, log)),
  series: createSeriesStore(db, changed),
  accounts: createAccountStore(db),
  revoked: createRevokedSessions(state, log),
  requestCounts: createRequestCounts(state, log, Math.max(1, requestLimit * unshared)),
  status: async () => toServiceStatus(state.isAvailable(), await readOutboxState(db)),
});
