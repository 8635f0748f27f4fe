import { warning } from "../model/checks/error.ts";
import { objectAt, textAt } from "../model/dapr/kinds/plain-value.ts";
import { fieldPath, hidden } from "../model/dapr/kinds/problem-path.ts";
import type { Problem } from "../model/problems.ts";
import type { Manifest } from "./manifest.ts";

/** What people write until they know better, and then forget. */
const placeholders: readonly string[] = [
  ...["changeme", "change-me", "change_me", "changeit", "password", "passw0rd", "p@ssw0rd", "secret", "mysecret"],
  ...["mypassword", "admin", "root", "guest", "test", "example", "default", "1234", "12345", "123456", "12345678"],
];

const isPlaceholderSecret = (value: string): boolean => placeholders.includes(value.trim().toLowerCase());

const decoded = (value: string): string => Buffer.from(value, "base64").toString("utf8");

/** A Secret whose value everybody guesses. The values themselves are never shown. */
export const checkSecret = ({ kind, value }: Manifest): Problem[] => {
  if (kind !== "Secret") return [];
  return (["stringData", "data"] as const).flatMap((field) =>
    Object.keys(objectAt(value, field)).flatMap((key) => {
      const text = textAt(value, field, key) ?? "";
      if (!isPlaceholderSecret(field === "data" ? decoded(text) : text)) return [];
      const message = "is a password that everybody guesses, and it stands in a file";
      const remedy = "Create the Secret outside of the repository, by an operator or a command, with a random value.";
      return [warning("TP0721", fieldPath(field, key), hidden, message, remedy)];
    }),
  );
};
