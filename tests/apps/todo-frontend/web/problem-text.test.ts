import { newAccount, newTask } from "@todo-platform/contracts";
import { problemDetails } from "@todo-platform/service-kit";
import { expect, test } from "vitest";
import { problemsByField } from "../../../../apps/todo-frontend/web/domain/problem-text.ts";

test("what the contracts refuse is said in words, all of each field", () => {
  const { error } = newAccount.safeParse({ username: "a!", password: "short", email: "x" });
  expect(error && problemsByField(problemDetails(error))).toEqual({
    username: "Only letters, digits and . _ @ - may stand in a user name. At least 3 characters are needed.",
    password: "At least 10 characters are needed.",
    email: "Invalid email address.",
  });
});

test("a problem inside of a list is one of the field", () => {
  const sent = { title: "", tags: ["x".repeat(51), "a", "a"] };
  const { error } = newTask.safeParse(sent);
  expect(error && problemsByField(problemDetails(error))).toEqual({
    title: "This is needed.",
    tags: "At most 50 characters are allowed. A tag is named twice.",
  });
});
