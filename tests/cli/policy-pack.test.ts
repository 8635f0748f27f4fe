import { expect, test } from "vitest";
import { withPolicyPack } from "../../cli/policy-pack.ts";
import { projectConfig } from "../../cli/project-config.ts";
import { repositoryRoot } from "../../local/paths.ts";

const pack = `${repositoryRoot}/policies`;

test("a preview and an up are held against the pack, unless the caller names another one", () => {
  expect(withPolicyPack(["up", "--yes"])).toEqual(["up", "--yes", "--policy-pack", pack]);
  expect(withPolicyPack(["preview"])).toEqual(["preview", "--policy-pack", pack]);
  expect(withPolicyPack(["preview", "--policy-pack=other"])).toEqual(["preview", "--policy-pack=other"]);
  expect(withPolicyPack(["up", "--policy-pack", "other"])).toEqual(["up", "--policy-pack", "other"]);
  expect(withPolicyPack(["destroy", "--yes"])).toEqual(["destroy", "--yes"]);
  expect(withPolicyPack([])).toEqual([]);
});

test("keys of the policy pack are none of the project's", () => {
  const config = { "todo-platform:target": "local", "policies:environment": "development", "todo-platform:choice": 1 };
  expect(projectConfig(config)).toEqual({ target: "local", choice: 1 });
});
