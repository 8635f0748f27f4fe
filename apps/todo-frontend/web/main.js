import { clearActivity, loadActivity } from "./activity.js";
import { callJson } from "./api.js";
import { byId, showNotice } from "./dom.js";
import { clearNotifications, followNotifications } from "./notifications.js";
import { dropSession, keepSession, session } from "./session.js";
import { clearTasks, loadTasks, setUpTasks } from "./tasks.js";

let leave = new AbortController();

function showWelcome(message) {
  leave.abort();
  dropSession();
  clearTasks();
  clearActivity();
  clearNotifications();
  byId("workspace").hidden = true;
  byId("account").hidden = true;
  byId("welcome").hidden = false;
  showNotice("sign-in-error", message);
  byId("username").focus();
}

const expired = () => showWelcome("Your session has ended. Sign in again.");

/** The audit trail follows the notification within moments, so it is read twice. */
function onNews() {
  loadTasks().catch(expired);
  loadActivity();
  setTimeout(loadActivity, 1000);
}

async function showWorkspace() {
  leave = new AbortController();
  byId("user").textContent = session().user;
  byId("welcome").hidden = true;
  byId("account").hidden = false;
  byId("workspace").hidden = false;
  byId("task-input").focus();
  followNotifications(leave.signal, onNews, expired);
  loadActivity();
  await loadTasks().catch(expired);
}

async function signIn(form) {
  const data = new FormData(form);
  const body = { username: data.get("username"), password: data.get("password") };
  const { token, user_id } = await callJson("POST", "/api/sessions", { body });
  keepSession(token, user_id);
  form.reset();
  showNotice("sign-in-error");
  await showWorkspace();
}

byId("sign-in-form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const button = event.target.querySelector("button");
  button.disabled = true;
  try {
    await signIn(event.target);
  } catch (error) {
    showNotice("sign-in-error", error.message);
  } finally {
    button.disabled = false;
  }
});
byId("sign-out").addEventListener("click", () => showWelcome());

setUpTasks();
if (session()) showWorkspace();
else showWelcome();
