import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { messageOf } from "../api/call.ts";
import { Dialog } from "../parts/dialog.tsx";
import { described, Field } from "../parts/field.tsx";
import { Failure, Skeleton } from "../parts/load-state.tsx";
import { account, changeEmail, signOut } from "../state/account.ts";
import { session } from "../state/session.ts";

function EmailForm({ email }: { email: string | null }) {
  const text = useSignal(email ?? "");
  const problem = useSignal("");
  const isBusy = useSignal(false);
  const isSaved = useSignal(false);
  const save = async (event: Event): Promise<void> => {
    event.preventDefault();
    isBusy.value = true;
    problem.value = "";
    isSaved.value = false;
    try {
      await changeEmail(text.value.trim() || null);
      isSaved.value = true;
    } catch (error) {
      problem.value = messageOf(error);
    }
    isBusy.value = false;
  };
  return (
    <form class="stack" noValidate onSubmit={(event) => void save(event)}>
      <Field id="account-email" label="Email" hint="Only for reminders by email" problem={problem.value}>
        <input
          {...described("account-email", problem.value, true)}
          type="email"
          data-testid="account-email"
          autocomplete="email"
          value={text.value}
          onInput={(event) => (text.value = event.currentTarget.value)}
        />
      </Field>
      <button type="submit" class="primary" data-testid="save-email" disabled={isBusy.value}>
        Save
      </button>
      <p class="muted" role="status" data-testid="email-saved">
        {isSaved.value && "Your email address is saved."}
      </p>
    </form>
  );
}

/** The user's account, and the way out. */
export function AccountDialog({ onClose }: { onClose: () => void }) {
  const isLeaving = useSignal(false);
  const leave = (): void => {
    isLeaving.value = true;
    void signOut();
  };
  useEffect(() => {
    account.reset();
    void account.load();
  }, []);
  const phase = account.phase.value;
  const known = account.value.value;
  return (
    <Dialog id="account-dialog" title="Account" onClose={onClose}>
      <p class="muted">
        Signed in as <strong class="user">{session.value?.user}</strong>
      </p>
      {phase.is === "loading" && <Skeleton lines={2} />}
      {phase.is === "failed" && (
        <Failure text={`Your account cannot be loaded. ${phase.message}`} retry={() => void account.load()} />
      )}
      {phase.is === "ready" && known && <EmailForm email={known.email} />}
      <footer>
        <button type="button" class="quiet" data-testid="sign-out" disabled={isLeaving.value} onClick={leave}>
          Sign out
        </button>
      </footer>
    </Dialog>
  );
}
