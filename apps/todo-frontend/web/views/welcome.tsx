import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { messageOf, problemsOfCall } from "../api/call.ts";
import { described, Field } from "../parts/field.tsx";
import { signIn, signUp } from "../state/account.ts";
import { farewell } from "../state/session.ts";

type Problems = Readonly<Record<string, string>>;

const valueOf = (data: FormData, name: string): string => {
  const value = data.get(name);
  return typeof value === "string" ? value : "";
};

interface FieldsProps {
  readonly isNew: boolean;
  readonly problems: Problems;
}

function Username({ isNew, problems: { username } }: FieldsProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), [isNew]);
  const hint = isNew ? { hint: "At least 3 characters: letters, digits and . _ @ -" } : {};
  return (
    <Field id="username" label="User name" problem={username} {...hint}>
      <input
        {...described("username", username, isNew)}
        ref={input}
        name="username"
        data-testid="username"
        autocomplete="username"
        autocapitalize="none"
        spellcheck={false}
        required
        maxLength={100}
      />
    </Field>
  );
}

const Password = ({ isNew, problems: { password } }: FieldsProps) => (
  <Field id="password" label="Password" problem={password} {...(isNew ? { hint: "At least 10 characters" } : {})}>
    <input
      {...described("password", password, isNew)}
      name="password"
      data-testid="password"
      type="password"
      autocomplete={isNew ? "new-password" : "current-password"}
      required
      maxLength={200}
    />
  </Field>
);

const Email = ({ problems: { email } }: FieldsProps) => (
  <Field id="email" label="Email (optional)" problem={email} hint="Only for reminders by email">
    <input {...described("email", email, true)} name="email" data-testid="email" type="email" autocomplete="email" />
  </Field>
);

/** The form to sign in, or to get an account. */
function CredentialsForm({ isNew, greeting, onTurn }: { isNew: boolean; greeting: string; onTurn: () => void }) {
  const isBusy = useSignal(false);
  const error = useSignal(greeting);
  const problems = useSignal<Problems>({});
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const data = new FormData(form);
    const [username, password] = [valueOf(data, "username"), valueOf(data, "password")];
    isBusy.value = true;
    try {
      if (isNew) await signUp({ username, password, email: valueOf(data, "email").trim() || null });
      else await signIn(username, password);
    } catch (caught) {
      problems.value = isNew ? problemsOfCall(caught) : {};
      const [first = "password"] = ["username", "password", "email"].filter((name) => problems.value[name]);
      error.value = problems.value[first] ? "Some fields are not right yet." : messageOf(caught);
      form.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus();
    } finally {
      isBusy.value = false;
    }
  };
  const name = isNew ? "sign-up" : "sign-in";
  const fields = { isNew, problems: problems.value };
  return (
    <form
      class="card stack"
      data-testid={`${name}-form`}
      aria-labelledby="welcome-title"
      noValidate={isNew}
      onSubmit={(event) => void submit(event)}
    >
      <h2 id="welcome-title">{isNew ? "Create an account" : "Sign in"}</h2>
      {error.value && (
        <p class="notice error" data-testid="sign-in-error" role="alert">
          {error.value}
        </p>
      )}
      <Username {...fields} />
      <Password {...fields} />
      {isNew && <Email {...fields} />}
      <button type="submit" class="primary" data-testid={name} disabled={isBusy.value}>
        {isNew ? "Create account" : "Sign in"}
      </button>
      <p class="muted center">
        {isNew ? "You have an account?" : "New here?"}{" "}
        <button type="button" class="link" data-testid="turn-form" onClick={onTurn}>
          {isNew ? "Sign in" : "Create an account"}
        </button>
      </p>
    </form>
  );
}

/** What a user who is not signed in sees. */
export function Welcome() {
  const isNew = useSignal(false);
  const turns = useSignal(0);
  const turn = (): void => {
    isNew.value = !isNew.value;
    turns.value += 1;
  };
  return (
    <main class="welcome">
      <div class="welcome-head">
        <img src="icon.svg" alt="" width="52" height="52" />
        <h1>Todo</h1>
        <p class="muted">Tasks that come back when they should, and a word when they are due.</p>
      </div>
      <CredentialsForm
        key={turns.value}
        isNew={isNew.value}
        greeting={turns.value === 0 ? farewell.value : ""}
        onTurn={turn}
      />
    </main>
  );
}
