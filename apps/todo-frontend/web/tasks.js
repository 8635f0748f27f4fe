import { call, callJson } from "./api.js";
import { byId, element, showNotice, timeElement } from "./dom.js";

let tasks = [];

const byUrgency = (one, other) =>
  one.completed - other.completed ||
  (one.due_at ?? "9999").localeCompare(other.due_at ?? "9999") ||
  other.created_at.localeCompare(one.created_at);

function details(task) {
  const parts = [element("span", { className: task.priority }, `${task.priority} priority`)];
  if (task.due_at) {
    const due = timeElement(task.due_at, "due ");
    if (!task.completed && Date.parse(task.due_at) < Date.now()) {
      due.className = "overdue";
      due.append(" (overdue)");
    }
    parts.unshift(due);
  }
  return element("div", { className: "details" }, ...parts);
}

function taskItem(task) {
  const complete = element(
    "button",
    {
      type: "button",
      className: "check",
      disabled: task.completed,
      ariaLabel: task.completed ? `Completed: ${task.title}` : `Complete: ${task.title}`,
      dataset: { testid: "complete-task" },
      onclick: () => change("POST", task, "/complete"),
    },
    task.completed ? "✓" : "",
  );
  const remove = element(
    "button",
    {
      type: "button",
      className: "quiet",
      ariaLabel: `Delete: ${task.title}`,
      dataset: { testid: "delete-task" },
      onclick: () => change("DELETE", task, ""),
    },
    "Delete",
  );
  const name = element("div", { className: "name" }, task.title);
  return element(
    "li",
    {
      className: task.completed ? "task done" : "task",
      dataset: { testid: "task-item", taskId: task.id, completed: String(task.completed) },
    },
    complete,
    element("div", { className: "what" }, name, details(task)),
    remove,
  );
}

function render() {
  const open = tasks.filter((task) => !task.completed).length;
  byId("task-list").replaceChildren(...[...tasks].sort(byUrgency).map(taskItem));
  byId("open-count").textContent = tasks.length > 0 ? `${open} open` : "";
  showNotice("task-state", tasks.length > 0 ? undefined : "No tasks yet. Add your first one above.");
}

/** Loads the list anew. */
export async function loadTasks() {
  try {
    ({ tasks } = await callJson("GET", "/api/tasks"));
    showNotice("task-error");
    render();
  } catch (error) {
    if (error.status === 401) throw error;
    showNotice("task-state");
    showNotice("task-error", `Your tasks cannot be loaded. ${error.message}`, loadTasks);
  }
}

async function change(method, task, action) {
  try {
    await call(method, `/api/tasks/${task.id}${action}`, { version: task.version });
    showNotice("task-error");
  } catch (error) {
    const changed = error.status === 412 || error.status === 404;
    showNotice("task-error", changed ? "This task was changed elsewhere; the list is up to date now." : error.message);
    if (!changed) return;
    return void (await refresh());
  }
  await loadTasks();
}

async function refresh() {
  ({ tasks } = await callJson("GET", "/api/tasks"));
  render();
}

async function add(form) {
  const data = new FormData(form);
  const due = data.get("due");
  const fields = { title: data.get("title"), priority: data.get("priority") };
  if (due) fields.due_at = new Date(due).toISOString();
  const task = await callJson("POST", "/api/tasks", { body: fields });
  tasks = [task, ...tasks.filter((known) => known.id !== task.id)];
  form.reset();
  render();
}

/** Makes the form work. */
export function setUpTasks() {
  const form = byId("add-form");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = form.querySelector("button");
    button.disabled = true;
    try {
      await add(form);
      showNotice("task-error");
    } catch (error) {
      showNotice("task-error", error.message);
    } finally {
      button.disabled = false;
      byId("task-input").focus();
    }
  });
}

/** Forgets the list, for the next user. */
export function clearTasks() {
  tasks = [];
  byId("task-list").replaceChildren();
  byId("open-count").textContent = "";
  showNotice("task-error");
  showNotice("task-state", "Loading your tasks …");
}
