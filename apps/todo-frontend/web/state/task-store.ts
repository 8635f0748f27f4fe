import { batch, computed, effect, signal } from "@preact/signals";
import type { Task, TaskPage } from "@todo-platform/contracts";
import { callJson, messageOf } from "../api/call.ts";
import { withOverlays } from "../domain/overlay.ts";
import type { Overlay } from "../domain/overlay.ts";
import { inOrder, isListed, mergeRead, noFilter, queryOf } from "../domain/task-list.ts";
import type { TaskFilter } from "../domain/task-list.ts";
import type { Phase } from "./loading.ts";

const pageSize = 50;
const maxPage = 200;

export const filter = signal<TaskFilter>(noFilter);
export const phase = signal<Phase>({ is: "loading" });
/** Leads to more tasks; null when all are shown. */
export const cursor = signal<string | null>(null);
/** Every tag that was seen, for the filter. */
export const knownTags = signal<readonly string[]>([]);

const read = signal<readonly Task[]>([]);
const overlays = signal<readonly Overlay[]>([]);
/** What was added here, and would else leave the list when that is read anew. */
const addedHere = new Set<string>();
const none: ReadonlySet<string> = new Set();
let loads = 0;
/** How many tasks the user wants to see. */
let wanted = pageSize;
let changes = 0;

/** What the list shows. */
export const tasks = computed(() => {
  const { value } = filter;
  return inOrder(
    withOverlays(read.value, overlays.value).filter((task) => isListed(task, value)),
    value.sort,
  );
});

effect(() => {
  const tags = new Set([...knownTags.peek(), ...read.value.flatMap((task) => task.tags ?? [])]);
  if (tags.size > knownTags.peek().length) knownTags.value = [...tags].sort((a, b) => a.localeCompare(b));
});

const page = (limit: number, from?: string): Promise<TaskPage> =>
  callJson<TaskPage>("GET", `/api/tasks?${queryOf(filter.peek(), limit, from)}`);

/** Reads as many tasks as are shown, or a first page. */
async function readAll(): Promise<{ all: Task[]; next: string | null }> {
  const all: Task[] = [];
  let next: string | null = null;
  do {
    const got: TaskPage = await page(Math.min(maxPage, wanted - all.length), next ?? undefined);
    all.push(...got.tasks);
    next = got.next_cursor ?? null;
  } while (next !== null && all.length < wanted);
  return { all, next };
}

/** Reads the list anew; what is shown stays until then. A change meanwhile makes it read once more. */
export async function loadTasks(): Promise<void> {
  const mine = ++loads;
  const before = changes;
  if (phase.value.is === "failed") phase.value = { is: "loading" };
  try {
    const { all, next } = await readAll();
    if (mine !== loads) return;
    if (before !== changes) return await loadTasks();
    batch(() => {
      read.value = mergeRead(read.value, all, next === null ? none : addedHere);
      cursor.value = next;
      phase.value = { is: "ready" };
    });
  } catch (error) {
    if (mine === loads) phase.value = { is: "failed", message: messageOf(error) };
  }
}

/** Shows another selection of the tasks. */
export function setFilter(change: Partial<TaskFilter>): void {
  wanted = pageSize;
  batch(() => {
    filter.value = { ...filter.value, ...change };
    cursor.value = null;
    phase.value = { is: "loading" };
  });
  void loadTasks();
}

/** Adds the next page to the list; a reading that has begun meanwhile brings it along. */
export async function loadMore(): Promise<void> {
  const from = cursor.value;
  if (from === null) return;
  const mine = ++loads;
  wanted = read.value.length + pageSize;
  const got = await page(pageSize, from);
  if (mine !== loads) return;
  const known = new Set(read.value.map(({ id }) => id));
  batch(() => {
    read.value = [...read.value, ...got.tasks.filter(({ id }) => !known.has(id))];
    cursor.value = got.next_cursor;
  });
}

/** Shows a change that is not confirmed; the answer takes it back. */
export function overlay(change: Overlay): () => void {
  overlays.value = [...overlays.value, change];
  return () => {
    overlays.value = overlays.value.filter((known) => known !== change);
  };
}

/** Takes over what the service confirmed. */
export function settle(change: (tasks: readonly Task[]) => readonly Task[]): void {
  changes += 1;
  read.value = change(read.value);
}

/** Keeps a task in sight that was just added, wherever in the order it comes. */
export const keepInSight = (id: string): void => void addedHere.add(id);

/** Forgets the list, for the next user. */
export function clearTasks(): void {
  loads += 1;
  wanted = pageSize;
  addedHere.clear();
  batch(() => {
    read.value = [];
    overlays.value = [];
    cursor.value = null;
    knownTags.value = [];
    filter.value = noFilter;
    phase.value = { is: "loading" };
  });
}
