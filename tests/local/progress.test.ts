import { expect, test } from "vitest";
import { createProgress, formatSeconds } from "../../local/progress.ts";

const recorded = (isTTY: boolean) => {
  const written: string[] = [];
  const stream = { isTTY, columns: 60, write: (text: string) => written.push(text) };
  return { written, progress: createProgress(stream, () => 0) };
};

test("each step says that it is done and what is left", async () => {
  const { written, progress } = recorded(false);
  progress.plan("build etcd", "build helm");
  await progress.step("build etcd", () => Promise.resolve());
  await progress.step("build helm", () => Promise.resolve());
  expect(written).toEqual(["ok  build etcd 0.0 s; left: build helm\n", "ok  build helm 0.0 s\n"]);
});

test("a failed step is named and its error passed on", async () => {
  const { written, progress } = recorded(false);
  await expect(progress.step("build etcd", () => Promise.reject(new Error("no space")))).rejects.toThrow("no space");
  expect(written).toEqual(["!!  build etcd failed after 0.0 s\n"]);
});

test("a terminal's line is redrawn and never wraps", async () => {
  const { written, progress } = recorded(true);
  progress.plan("one", "a step with a very long name that does not fit into the line");
  await progress.step("one", () => Promise.resolve());
  for (const text of written) {
    expect(text.startsWith("\r\x1b[K")).toBe(true);
    expect(text.replace("\r\x1b[K", "").trimEnd().length).toBeLessThan(60);
  }
});

test.each([
  [0, "0.0 s"],
  [1_250, "1.3 s"],
  [59_900, "59.9 s"],
  [184_000, "3 m 04 s"],
])("%d ms reads %s", (milliseconds, text) => {
  expect(formatSeconds(milliseconds)).toBe(text);
});
