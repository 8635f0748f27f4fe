import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Icon } from "../parts/icon.tsx";
import type { IconName } from "../parts/icon.tsx";
import { StatusBanner } from "../parts/status-banner.tsx";
import { Toasts } from "../parts/toasts.tsx";
import { conflict } from "../state/conflict.ts";
import { editing } from "../state/editing.ts";
import { followUser } from "../state/follow-user.ts";
import { liveState, unread } from "../state/notifications.ts";
import { session } from "../state/session.ts";
import { goTo, view, views } from "../state/view.ts";
import type { View } from "../state/view.ts";
import { AccountDialog } from "./account-dialog.tsx";
import { ActivityView } from "./activity-view.tsx";
import { AssistantView } from "./assistant-view.tsx";
import { ConflictDialog } from "./conflict-dialog.tsx";
import { NotificationsPanel } from "./notifications-panel.tsx";
import { TaskEditor } from "./task-editor.tsx";
import { TasksView } from "./tasks-view.tsx";

const names: Readonly<Record<View, readonly [string, IconName]>> = {
  tasks: ["Tasks", "list"],
  notifications: ["Notifications", "bell"],
  activity: ["Activity", "clock"],
  assistant: ["Assistant", "chat"],
};

const liveTexts = { live: "live", waiting: "reconnecting …", "": "" };

function NotificationsView() {
  useEffect(() => {
    unread.value = 0;
  });
  return (
    <section class="one-column" aria-label="Notifications">
      <NotificationsPanel heading="h1" />
    </section>
  );
}

const Shown = () => {
  switch (view.value) {
    case "tasks":
      return <TasksView />;
    case "notifications":
      return <NotificationsView />;
    case "activity":
      return <ActivityView />;
    case "assistant":
      return <AssistantView />;
  }
};

const Navigation = () => (
  <nav aria-label="Views">
    {views.map((name) => (
      <a
        key={name}
        href={`#${name}`}
        class={`to-${name}`}
        aria-current={view.value === name ? "page" : undefined}
        data-testid={`go-${name}`}
      >
        <Icon name={names[name][1]} />
        <span class="nav-name">{names[name][0]}</span>
        {name === "notifications" && unread.value > 0 && (
          <span class="badge" data-testid="unread">
            {unread.value}
            <span class="hidden-text"> new</span>
          </span>
        )}
      </a>
    ))}
  </nav>
);

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest("input, textarea, select, dialog") !== null;

/** `n` goes to the new task, `/` to the search. */
function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const id = event.key === "n" ? "task-input" : event.key === "/" ? "search" : undefined;
  if (!id || document.querySelector("dialog[open]")) return;
  event.preventDefault();
  goTo("tasks");
  const there = document.getElementById(id);
  if (there) there.focus();
  else requestAnimationFrame(() => document.getElementById(id)?.focus());
}

/** What a user who is signed in sees. */
export function Workspace() {
  const isAccountOpen = useSignal(false);
  useEffect(() => {
    document.addEventListener("keydown", onKey);
    const leave = followUser();
    return () => {
      document.removeEventListener("keydown", onKey);
      leave();
    };
  }, []);
  useEffect(() => {
    document.title = `${names[view.value][0]} · Todo`;
  }, [view.value]);
  return (
    <>
      <a class="skip" href="#main" onClick={(event) => skip(event)}>
        Skip to the content
      </a>
      <header class="bar">
        <p class="brand">
          <img src="icon.svg" alt="" width="28" height="28" /> <span>Todo</span>
        </p>
        <Navigation />
        <div class="bar-end">
          <span class={`live-state ${liveState.value}`} role="status" data-testid="live-state">
            {liveTexts[liveState.value]}
          </span>
          <button
            type="button"
            class="icon-button"
            aria-label={`Account of ${session.value?.user ?? ""}`}
            aria-haspopup="dialog"
            data-testid="account"
            onClick={() => (isAccountOpen.value = true)}
          >
            <Icon name="user" />
          </button>
        </div>
      </header>
      <StatusBanner />
      <main id="main" tabIndex={-1}>
        <Shown />
      </main>
      <Toasts />
      {editing.value && <TaskEditor target={editing.value} />}
      {conflict.value && <ConflictDialog met={conflict.value} />}
      {isAccountOpen.value && <AccountDialog onClose={() => (isAccountOpen.value = false)} />}
    </>
  );
}

/** The address after `#` names the view, so the jump is made by hand. */
function skip(event: Event): void {
  event.preventDefault();
  document.getElementById("main")?.focus();
}
