import { signal } from "@preact/signals";

const key = "todo-session";

/** Who is signed in. */
export interface SignedIn {
  readonly token: string;
  readonly user: string;
}

function stored(): SignedIn | undefined {
  const text = sessionStorage.getItem(key);
  return text ? (JSON.parse(text) as SignedIn) : undefined;
}

/** Who is signed in, until the tab is closed. */
export const session = signal<SignedIn | undefined>(stored());
/** What the sign-in form says first, such as why the session has ended. */
export const farewell = signal("");

export function keepSession(signedIn: SignedIn): void {
  sessionStorage.setItem(key, JSON.stringify(signedIn));
  farewell.value = "";
  session.value = signedIn;
}

export const sessionEnded = "Your session has ended. Sign in again.";

/** Leaves nothing of the user in the tab. */
export function dropSession(message = ""): void {
  sessionStorage.clear();
  farewell.value = message;
  session.value = undefined;
}
