import { spawn } from "node:child_process";
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { withLock } from "../../../local/toolchain/lock.ts";
import { commandLines } from "../../support/command-lines.ts";

const temporaryFile = async (): Promise<string> => join(await mkdtemp(join(tmpdir(), "lock-")), "nested", "lock");

test("holders of one lock run one after the other", async () => {
  const file = await temporaryFile();
  const events: string[] = [];
  const hold = (name: string): Promise<void> =>
    withLock(file, async () => {
      events.push(`${name} in`);
      await sleep(50);
      events.push(`${name} out`);
    });
  await Promise.all([hold("a"), hold("b"), hold("c")]);
  expect(events).toHaveLength(6);
  for (let i = 0; i < 6; i += 2) expect(events[i + 1]).toBe(events[i]?.replace("in", "out"));
});

test("nothing holds a lock any more once its work has returned", async () => {
  const file = await temporaryFile();
  let holder = "";
  const commands = async (): Promise<string[]> => (await commandLines()).filter((command) => command.includes(file));
  await withLock(file, async () => {
    holder = (await commands())[0] ?? "";
  });
  expect(holder).toMatch(/^flock/);
  expect(await commands()).toEqual([]);
});

test("a lock is free again when the work throws", async () => {
  const file = await temporaryFile();
  await expect(withLock(file, () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  await expect(withLock(file, () => Promise.resolve("fine"))).resolves.toBe("fine");
});

test("a process that is killed leaves no lock behind", async () => {
  const file = await temporaryFile();
  const marker = `${file}.held`;
  const lockModule = new URL("../../../local/toolchain/lock.ts", import.meta.url).pathname;
  const script = `import { withLock } from ${JSON.stringify(lockModule)};
    import { writeFileSync } from "node:fs";
    await withLock(${JSON.stringify(file)}, () => { writeFileSync(${JSON.stringify(marker)}, "x"); return new Promise(() => setInterval(() => {}, 1000)); });`;
  const child = spawn(process.execPath, ["--input-type=module-typescript", "-e", script], { stdio: "inherit" });
  await expect.poll(() => readFile(marker, "utf8").catch(() => ""), { timeout: 10_000 }).toBe("x");
  let waited = false;
  const second = withLock(
    file,
    () => Promise.resolve("mine"),
    () => (waited = true),
  );
  await sleep(1200);
  expect(waited).toBe(true);
  child.kill("SIGKILL");
  await expect(second).resolves.toBe("mine");
});
