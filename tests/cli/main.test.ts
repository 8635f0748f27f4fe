import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { commands } from "../../cli/commands.ts";
import { isAtLeast } from "../../cli/machine.ts";

const cli = (...args: string[]) => {
  const env = { ...process.env, XDG_STATE_HOME: "/nonexistent-state" };
  const { status, stdout, stderr } = spawnSync(process.execPath, ["cli/main.ts", ...args], { encoding: "utf8", env });
  return { status, stdout, stderr };
};

describe("todo-platform", () => {
  test("without a command tells the commands and exits 2", () => {
    const { status, stdout } = cli();
    expect(status).toBe(2);
    expect(Object.keys(commands).filter((name) => !stdout.includes(`  ${name} `))).toEqual([]);
  });

  test.each(["fly", "constructor", "__proto__"])("refuses the unknown command %s with exit code 2", (name) => {
    const { status, stdout, stderr } = cli(name);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(`there is no command '${name}'`);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test("refuses an unknown option with exit code 2 and one JSON document", () => {
    const { status, stdout } = cli("status", "--colour", "--json");
    expect(status).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, problems: [{ code: "usage", severity: "error" }] });
  });

  test.each([[["dlq"]], [["dlq", "drop"]], [["dlq", "replay"]], [["dlq", "replay", "1", "--topic", "task-events"]]])(
    "refuses %j with exit code 2 and the remedy",
    (args) => {
      const { status, stdout } = cli(...args, "--json");
      expect(status).toBe(2);
      expect(JSON.parse(stdout)).toMatchObject({
        problems: [{ code: "usage", remedy: "See todo-platform dlq --help." }],
      });
    },
  );

  test("refuses a cluster's name that would leave the state folder", () => {
    expect(cli("status", "--cluster", "../../etc").status).toBe(2);
  });

  test("says how to start a cluster that is not there", () => {
    const { status, stdout } = cli("verify", "--json");
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      ok: false,
      problems: [
        {
          code: "cluster-absent",
          severity: "error",
          path: "local",
          message: "there is no cluster 'local'",
          remedy: "start it: npm start",
        },
      ],
    });
  });

  test("offers the app that a mistyped one most likely means", () => {
    const { status, stderr } = cli("logs", "todo-backnd");
    expect(status).toBe(1);
    expect(stderr).toContain('Did you mean "todo-backend"?');
  });

  test.each(Object.keys(commands).filter((name) => !commands[name]?.passThrough))(
    "%s --help tells its usage and exits 0",
    (name) => {
      const { status, stdout } = cli(name, "--help");
      expect(status).toBe(0);
      expect(stdout).toContain(`usage: todo-platform ${name}`);
      expect(stdout).toContain("--json");
    },
  );
});

test("versions are compared by number, not by letter", () => {
  expect([
    isAtLeast("1.26.10", "1.26.5"),
    isAtLeast("1.9", "1.26.5"),
    isAtLeast("17", "17"),
    isAtLeast("2", "1.26.5"),
  ]).toEqual([true, false, true, true]);
});
