import { nameBasedId } from "@todo-platform/service-kit";
import { expect, test } from "vitest";

/** Namespace of domain names. */
const dns = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";

test("a name has the id that RFC 9562 gives as its example of version 5", () => {
  expect(nameBasedId(dns, "www.example.com")).toBe("2ed6657d-e927-568b-95e1-2665a8aea6a2");
});

test("another name or namespace gives another id", () => {
  const other = "6ba7b811-9dad-11d1-80b4-00c04fd430c8";
  const ids = [nameBasedId(dns, "a"), nameBasedId(dns, "b"), nameBasedId(other, "a"), nameBasedId(dns, "a")];
  expect(new Set(ids).size).toBe(3);
});
