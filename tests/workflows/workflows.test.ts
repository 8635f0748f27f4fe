import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { versions } from "../../local/versions.ts";
import { repositoryRoot } from "../../local/paths.ts";
import { workflowsOf, type Job, type Step } from "./workflow-files.ts";

const workflows = workflowsOf(repositoryRoot);
const jobs = workflows.flatMap(({ file, jobs: all }) =>
  Object.entries(all).map(([name, job]): [string, Job] => [`${file} ${name}`, job]),
);
const steps = jobs.flatMap(([job, { steps: all }]) => all.map((step): [string, Step] => [job, step]));

test("there is one for previews, one for updates and one for drift", () => {
  expect(workflows.map(({ file, on }) => [file, Object.keys(on)])).toEqual([
    ["drift.yml", ["schedule", "workflow_dispatch"]],
    ["preview.yml", ["pull_request"]],
    ["up.yml", ["push", "workflow_dispatch"]],
  ]);
});

describe("least rights", () => {
  test("a workflow has none, a job names each of its own", () => {
    expect(workflows.filter(({ permissions }) => Object.keys(permissions).length > 0)).toEqual([]);
    expect(Object.fromEntries(jobs.map(([name, { permissions }]) => [name, permissions]))).toEqual({
      "drift.yml drift": { contents: "read", "id-token": "write", issues: "write" },
      "preview.yml preview": {
        contents: "read",
        "id-token": "write",
        "pull-requests": "write",
        "security-events": "write",
      },
      "up.yml up": { contents: "read", "id-token": "write" },
    });
  });

  test("only up has the identity that may write", () => {
    expect(jobs.map(([name, { environment }]) => [name, environment])).toEqual([
      ["drift.yml drift", "${{ matrix.stack }}-preview"],
      ["preview.yml preview", "${{ matrix.stack }}-preview"],
      ["up.yml up", "${{ matrix.stack }}"],
    ]);
  });

  test("no secret is stored, and no checkout leaves its token behind", () => {
    expect(workflows.filter(({ text }) => text.includes("secrets."))).toEqual([]);
    const checkouts = steps.filter(([, { uses }]) => uses?.startsWith("actions/checkout@"));
    expect(checkouts.map(([, step]) => step.with?.["persist-credentials"])).toEqual([false, false, false]);
  });

  test("no text of others becomes part of a script", () => {
    expect(steps.filter(([, { run }]) => run?.includes("${{"))).toEqual([]);
  });
});

test("every action is pinned by its commit, with its version beside it, and every job ends", () => {
  const used = workflows.flatMap(({ text }) => [...text.matchAll(/uses: (.*)/g)].map(([, uses]) => uses));
  expect(used.length).toBe(13);
  expect(used.filter((uses) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(uses ?? ""))).toEqual([]);
  expect(jobs.filter(([, job]) => !((job["timeout-minutes"] ?? 0) > 0))).toEqual([]);
});

test("Node and pulumi are those of versions.json", () => {
  const given = (action: string, input: string) =>
    new Set(steps.filter(([, { uses }]) => uses?.startsWith(action)).map(([, step]) => String(step.with?.[input])));
  expect([...given("actions/setup-node@", "node-version")]).toEqual([versions.node]);
  expect([...given("pulumi/actions@", "pulumi-version")]).toEqual([versions.tools.pulumi]);
});

describe("the example for GitLab", () => {
  const file = "docs/examples/gitlab-ci.yml";
  const pipeline = parse(readFileSync(file, "utf8")) as Record<string, any>;

  test("runs the same commands", () => {
    const script = JSON.stringify(pipeline);
    const commands = [
      "todo-platform review",
      "todo-platform outputs",
      "todo-platform drift",
      "pulumi preview",
      "pulumi up",
    ];
    expect(commands.filter((command) => !script.includes(command))).toEqual([]);
  });

  test("names its images by version, takes its identity by OIDC, and lets people approve prod", () => {
    expect(pipeline["default"].image).toBe(`node:${versions.node}-bookworm`);
    expect(pipeline["default"].id_tokens.AZURE_ID_TOKEN.aud).toBe("api://AzureADTokenExchange");
    expect(pipeline["up:prod"].rules.map(({ when }: { when: string }) => when)).toEqual(["manual"]);
  });
});
