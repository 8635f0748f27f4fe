const key = "todo-session";

/** Who is signed in, until the tab is closed: `{ token, user }`, or undefined. */
export function session() {
  const stored = sessionStorage.getItem(key);
  return stored ? JSON.parse(stored) : undefined;
}

export const keepSession = (token, user) => sessionStorage.setItem(key, JSON.stringify({ token, user }));

export const dropSession = () => sessionStorage.removeItem(key);
