/** What leaves the platform for one user, ready to be shown: it holds no markup of the user's. */
export interface Message {
  /** The same for every repetition, so that a receiver can tell one. */
  readonly key: string;
  /** One line. */
  readonly subject: string;
  readonly text: string;
  /** The text as the body of an HTML mail, with the key at its end. */
  readonly html: string;
}

/** Longest subject, in characters. */
const maxSubject = 150;

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => escapes[character] ?? "");

/** A subject is a mail header: a line break in it would begin another header. */
const inOneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .trim()
    .slice(0, maxSubject)
    .toWellFormed();

/**
 * A message of plain text.
 * @param subject anything; "Notification" when nothing of it can be shown
 * @param lines the text, each a paragraph
 */
export function createMessage(key: string, subject: string, lines: readonly string[]): Message {
  const paragraphs = lines.map((line) => `<p>${escapeHtml(line)}</p>`).join("\n");
  const html = `${paragraphs}\n<p><small>Todo, message ${escapeHtml(key)}</small></p>\n`;
  return { key, subject: inOneLine(subject) || "Notification", text: lines.join("\n"), html };
}
