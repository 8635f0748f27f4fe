/** The element whose id is `id`. */
export const byId = (id) => document.getElementById(id);

/** A new element: its properties (`dataset` included), then its children; text is never read as HTML. */
export function element(tag, { dataset = {}, ...properties } = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  Object.assign(made.dataset, dataset);
  made.append(...children);
  return made;
}

/** Shows `text` in a notice, or hides the notice when there is none; `retry` adds a button. */
export function showNotice(id, text, retry) {
  const notice = byId(id);
  notice.hidden = !text;
  notice.replaceChildren(text ?? "");
  if (text && retry)
    notice.append(element("button", { type: "button", className: "quiet", onclick: retry }, "Try again"));
}

const format = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

/** A moment as people read it. */
export const timeElement = (iso, label = "") =>
  element("time", { dateTime: iso }, label + format.format(new Date(iso)));
