import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { ChatMessage } from "@todo-platform/contracts";
import { Icon } from "../parts/icon.tsx";
import { Empty, Failure, Skeleton } from "../parts/load-state.tsx";
import {
  ask,
  chatError,
  history,
  isThinking,
  loadConversation,
  messages,
  newConversation,
} from "../state/assistant.ts";

const suggestions = ["Show my open tasks", "Add task Buy milk #home !high", "Help"];

const Message = ({ message: { role, text, tools } }: { message: ChatMessage }) => (
  <li class={role} data-testid={`chat-${role}`}>
    <p class="hidden-text">{role === "user" ? "You:" : "Assistant:"}</p>
    <p class="text">{text}</p>
    {tools.length > 0 && (
      <ul class="tools" aria-label="Tools used">
        {tools.map(({ name, ok, detail }, index) => (
          <li key={index} class={ok ? "ok" : "failed"} data-testid="chat-tool">
            <details>
              <summary>
                <Icon name="tool" />
                <code>{name}</code> {!ok && "failed"}
              </summary>
              <code>{detail}</code>
            </details>
          </li>
        ))}
      </ul>
    )}
  </li>
);

function Ask() {
  const text = useSignal("");
  const input = useRef<HTMLTextAreaElement>(null);
  const send = async (): Promise<void> => {
    const message = text.value.trim();
    if (message === "" || isThinking.value) return;
    text.value = "";
    if (!(await ask(message)) && text.value === "") text.value = message;
    input.current?.focus();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void send();
  };
  return (
    <form
      class="ask"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <textarea
        ref={input}
        rows={1}
        aria-label="Message to the assistant"
        placeholder="Ask about your tasks"
        maxLength={2000}
        data-testid="chat-input"
        value={text.value}
        onInput={(event) => (text.value = event.currentTarget.value)}
        onKeyDown={onKey}
      />
      <button type="submit" class="primary" data-testid="chat-send" disabled={isThinking.value}>
        <Icon name="send" />
        <span class="hidden-text">Send</span>
      </button>
    </form>
  );
}

const Start = () => (
  <Empty icon="chat" title="What can I do for you?">
    <p class="muted">The assistant reads and changes your tasks by the same tools as other programs.</p>
    <div class="suggestions">
      {suggestions.map((text) => (
        <button key={text} type="button" class="quiet" onClick={() => void ask(text)}>
          {text}
        </button>
      ))}
    </div>
  </Empty>
);

/** A conversation with the assistant. */
export function AssistantView() {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => void loadConversation(), []);
  useEffect(() => end.current?.scrollIntoView({ block: "end" }), [messages.value.length, isThinking.value]);
  const phase = history.value;
  return (
    <section class="one-column chat" aria-labelledby="assistant-heading">
      <h1 id="assistant-heading">
        Assistant
        {messages.value.length > 0 && (
          <button type="button" class="link" data-testid="new-conversation" onClick={newConversation}>
            New conversation
          </button>
        )}
      </h1>
      {phase.is === "loading" && <Skeleton lines={3} />}
      {phase.is === "failed" && (
        <Failure text={`The conversation cannot be loaded. ${phase.message}`} retry={() => void loadConversation()} />
      )}
      {phase.is === "ready" && messages.value.length === 0 && <Start />}
      <ol class="messages" data-testid="messages" aria-live="polite" aria-label="Conversation">
        {messages.value.map((message, index) => (
          <Message key={index} message={message} />
        ))}
        {isThinking.value && (
          <li class="assistant thinking">
            <p class="text">…</p>
          </li>
        )}
      </ol>
      {chatError.value && (
        <p class="notice error" role="alert" data-testid="chat-error">
          No answer came. {chatError.value}
        </p>
      )}
      <Ask />
      <div ref={end} />
    </section>
  );
}
