import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../../../", import.meta.url));

/** Names of the generated files that a program reads, and the modules of the catalogue that it loads. */
const readBy = (program: string): string[] => {
  const watched = `
    import fs from "node:fs";
    import { registerHooks, syncBuiltinESMExports } from "node:module";
    const seen = [];
    registerHooks({ load: (url, context, next) => { seen.push(url); return next(url, context); } });
    const read = fs.readFileSync;
    fs.readFileSync = (path, ...rest) => { seen.push(String(path)); return read(path, ...rest); };
    syncBuiltinESMExports();
    ${program}
    const generated = seen.filter((path) => path.includes("/generated/")).map((path) => path.split("/").at(-1));
    console.log(JSON.stringify(generated.sort()));
  `;
  const output = execFileSync(process.execPath, ["--input-type=module", "--eval", watched], {
    cwd: root,
    encoding: "utf8",
  });
  return JSON.parse(output) as string[];
};

test("importing the catalogue, the checks and component() reads none of the generated files", () => {
  expect(
    readBy(`
      await import("./infra/model/dapr/define-component.ts");
      await import("./infra/model/checks/check-component.ts");
    `).filter((name) => name.endsWith(".json") || /-v\\d+\\.ts$|component-args/.test(name)),
  ).toEqual([]);
});

test("a component reads its own entry and the index, once", () => {
  expect(
    readBy(`
      const { checkComponent } = await import("./infra/model/checks/check-component.ts");
      const component = { type: "state.redis", version: "v1", metadata: [{ name: "redisHost", value: "redis:6379" }] };
      checkComponent(component, "a");
      checkComponent(component, "b");
    `),
  ).toEqual(["index.json", "state-redis-v1.json"]);
});
