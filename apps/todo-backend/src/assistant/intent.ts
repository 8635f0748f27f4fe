import type { Task } from "@todo-platform/contracts";

/** What a user wants done, read from a sentence without any language model. */
export type Intent =
  | { readonly kind: "list"; readonly status: "open" | "completed" | "all"; readonly search: string | undefined }
  | {
      readonly kind: "create";
      readonly title: string;
      readonly due_at: string | null;
      readonly priority: Task["priority"];
      readonly tags: readonly string[];
    }
  | { readonly kind: "complete" | "delete"; readonly title: string }
  | { readonly kind: "rename"; readonly title: string; readonly to: string }
  | { readonly kind: "prioritize"; readonly title: string; readonly priority: Task["priority"] }
  | { readonly kind: "help" };

const unquoted = (text: string): string => text.trim().replace(/^(["'“‘])(.+)["'”’]$/, "$2");
const isPriority = (word: string | undefined): word is Task["priority"] =>
  word === "low" || word === "medium" || word === "high";

/** `Buy milk #home !high due 2026-12-24`: tags, priority and due date stand anywhere behind the verb. */
function created(text: string): Intent | undefined {
  const tags = [...text.matchAll(/(?:^|\s)#([^\s#]{1,50})/g)].map(([, tag = ""]) => tag);
  const priority = /(?:^|\s)!(low|medium|high)\b/i.exec(text)?.[1]?.toLowerCase();
  const due = /(?:^|\s)due (\d{4}-\d{2}-\d{2})\b/i.exec(text)?.[1];
  const rest = text.replace(/(?:^|\s)(?:#[^\s#]{1,50}|!(?:low|medium|high)\b|due \d{4}-\d{2}-\d{2}\b)/gi, "");
  const title = unquoted(rest.replace(/\s+/g, " "));
  if (title === "") return undefined;
  const due_at = due !== undefined && !Number.isNaN(Date.parse(due)) ? `${due}T09:00:00Z` : null;
  return {
    kind: "create",
    title,
    due_at,
    priority: isPriority(priority) ? priority : "medium",
    tags: [...new Set(tags)],
  };
}

function listed([, status, search]: RegExpExecArray): Intent {
  const wanted = status?.toLowerCase();
  const done = wanted === "completed" || wanted === "done";
  return {
    kind: "list",
    status: done ? "completed" : wanted === "all" ? "all" : "open",
    search: search && unquoted(search),
  };
}

function prioritized([, title = "", word]: RegExpExecArray): Intent | undefined {
  const priority = word?.toLowerCase();
  return isPriority(priority) ? { kind: "prioritize", title: unquoted(title), priority } : undefined;
}

const named =
  (kind: "complete" | "delete") =>
  ([, title = ""]: RegExpExecArray): Intent => ({ kind, title: unquoted(title) });

/** Each sentence that is understood; the first that fits counts. */
const sentences: readonly [RegExp, (match: RegExpExecArray) => Intent | undefined][] = [
  [/^(?:help|what can you do)\??$/i, () => ({ kind: "help" })],
  [/^(?:list|show)(?: me)?(?: my)?(?: (open|completed|done|all))?(?: my)? tasks?(?: (?:about|with) (.+))?$/i, listed],
  [/^(?:add|create|new)(?: a)?(?: new)? task:? (.+)$/i, ([, text = ""]) => created(text)],
  [/^(?:add|remind me to):? (.+)$/i, ([, text = ""]) => created(text)],
  [/^set (?:the )?priority of (.+) to (low|medium|high)$/i, prioritized],
  [
    /^rename (.+) to (.+)$/i,
    ([, title = "", to = ""]) => ({ kind: "rename", title: unquoted(title), to: unquoted(to) }),
  ],
  [/^(?:complete|finish|mark|tick)(?: task)?:? (.+?)(?: as (?:done|completed))?$/i, named("complete")],
  [/^(?:delete|remove)(?: task)?:? (.+)$/i, named("delete")],
];

/** What `message` asks for; undefined when no sentence fits. */
export function readIntent(message: string): Intent | undefined {
  const sentence = message
    .trim()
    .replace(/^please /i, "")
    .replace(/[.!]$/, "");
  for (const [pattern, read] of sentences) {
    const match = pattern.exec(sentence);
    const intent = match && read(match);
    if (intent) return intent;
  }
  return undefined;
}
