import { describe, expect, test } from "vitest";
import { runCli } from "../e2e/support/run-program.ts";

const bare: NodeJS.ProcessEnv = { ...process.env, PULUMI_HOME: "/nonexistent", XDG_STATE_HOME: "/nonexistent-state" };
delete bare["TODO_PLATFORM_CLOUDS"];

describe("a preview of a cloud's stack", () => {
  test.each([
    ["prod", "azure-native", "az login"],
    ["prod-doks", "digitalocean", "DIGITALOCEAN_TOKEN"],
  ])(
    "of %s without plugin and recorder says what a real run needs, and how to look without",
    async (stack, plugin, login) => {
      const { code, stdout, stderr } = await runCli(["preview", stack], { env: bare });
      expect([code, stdout]).toEqual([1, ""]);
      expect(stderr).toContain(`Pulumi's plugin for ${plugin} is not on this machine`);
      expect(stderr).toContain(`pulumi plugin install resource ${plugin}`);
      expect(stderr).toContain(login);
      expect(stderr).toContain("TODO_PLATFORM_CLOUDS=recorded");
      expect(stderr).not.toMatch(/^\s+at /m);
    },
  );

  test("of a stack that is not there names the likely one", async () => {
    const { code, stderr } = await runCli(["preview", "pord"], { env: bare });
    expect(code).not.toBe(0);
    expect(stderr).toContain('Did you mean "prod"?');
  });
});
