import { expect, test } from "vitest";
import { added, changed, confirmed, removed, withOverlays } from "../../../../apps/todo-frontend/web/domain/overlay.ts";
import { sampleTask } from "./sample-task.ts";

const [one, two] = [sampleTask({ id: "1", title: "One" }), sampleTask({ id: "2", title: "Two" })];

test("changes that are not confirmed show at once, in their order, and leave what was read alone", () => {
  const read = [one, two];
  const overlays = [changed("1", { title: "Uno" }), removed("2"), added(sampleTask({ id: "3", title: "Three" }))];
  expect(withOverlays(read, overlays).map(({ title }) => title)).toEqual(["Three", "Uno"]);
  expect(read).toEqual([one, two]);
});

test("without its overlay a change is undone, and a later one of the same task stays", () => {
  const first = changed("1", { title: "First" });
  const second = changed("1", { completed: true });
  expect(withOverlays([one], [first, second])).toEqual([{ ...one, title: "First", completed: true }]);
  expect(withOverlays([one], [first, changed("1", { title: "Last" })])).toEqual([{ ...one, title: "Last" }]);
  expect(withOverlays([one], [second])).toEqual([{ ...one, completed: true }]);
});

test("what is confirmed takes the place of the task, is added when it is new, and never makes it older", () => {
  const newer = { ...one, version: 2 };
  expect(confirmed([one, two], newer)).toEqual([newer, two]);
  expect(confirmed([two], newer)).toEqual([newer, two]);
  expect(confirmed([newer, two], one)).toEqual([newer, two]);
});
