import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { repositoryRoot } from "../../local/paths.ts";
import { createProgress } from "../../local/progress.ts";
import { ensureTools, programPath } from "../../local/toolchain/ensure-tools.ts";
import { gitlabJob } from "./gitlab-job.ts";
import { createRunner, type Runner } from "./run-step.ts";
import { workflowsOf, type Job, type Step } from "./workflow-files.ts";

const folder = mkdtempSync(join(tmpdir(), "workflows-"));
const [events, answers] = [join(folder, "sample-events.json"), join(folder, "answers")];
const outputs = { target: "minikube", namespace: "todo-app", images: {}, versions: { dapr: "1.18.2" } };
const change = {
  op: "delete",
  urn: "urn:pulumi:dev::todo-platform::kubernetes:core/v1:Namespace::shop",
  old: { inputs: { apiVersion: "v1", kind: "Namespace", metadata: { name: "shop" } } },
  new: null,
};

const context = {
  "matrix.stack": "dev",
  "vars.PULUMI_BACKEND_URL": "azblob://state",
  "github.token": "token",
  "github.repository": "team/todo",
  "github.event.pull_request.number": "7",
  "github.event.pull_request.head.sha": "0123456789",
  "job.status": "failure",
};

/** What pulumi answers; the engine's own previews are tested where its stacks are. */
const pulumi = `
case "$1 $2" in
  "preview --stack") while [ "$1" != --event-log ]; do shift; done; cp ${events} "$2" ;;
  "preview --json") echo '{"changeSummary":{}}' ;;
  "refresh --preview-only") cat ${answers}/refresh.json ;;
  "stack output") echo '${JSON.stringify(outputs)}' ;;
esac`;
/** The API of GitLab, which lists notes and takes one. */
const curl = `
for argument in "$@"; do case "$argument" in *per_page*) cat ${answers}/notes.json ;; body@*) cp "\${argument#body@}" ${folder}/posted.md ;; esac; done`;
const gh = `
case "$*" in
  *"--method"*|"issue edit"*|"issue create"*|"issue close"*) for argument in "$@"; do case "$argument" in body=@*) cp "\${argument#body=@}" ${folder}/posted.md;; esac; done ;;
  "api --paginate"*) cat ${answers}/comments.tsv ;;
  "issue list"*) cat ${answers}/issue ;;
esac`;

let runner: Runner;
const jobs = new Map<string, Job>();
const executed = new Set<string>();

const step = (job: string, name: string): [Job, Step] => {
  const found = jobs.get(job) as Job;
  const named = found.steps.find((candidate) => candidate.name === name);
  if (named === undefined) throw new Error(`job ${job} has no step ${name}`);
  executed.add(`${job} ${name}`);
  return [found, named];
};
const run = (job: string, name: string, more: Record<string, string> = {}) =>
  runner.run(...step(job, name), { ...context, ...more });

beforeAll(async () => {
  spawnSync("mkdir", ["-p", answers]);
  const line = (sequence: number, event: object): string => JSON.stringify({ sequence, timestamp: 1, ...event });
  writeFileSync(
    events,
    [line(0, { resourcePreEvent: { metadata: change } }), line(1, { summaryEvent: { PolicyPacks: {} } })].join("\n"),
  );
  writeFileSync(join(answers, "refresh.json"), '{"changeSummary":{}}');
  writeFileSync(join(answers, "comments.tsv"), "11\thello\n");
  writeFileSync(join(answers, "issue"), "");
  runner = createRunner(folder, repositoryRoot, { pulumi, gh, curl, az: "" });
  for (const { jobs: all } of workflowsOf(runner.checkout))
    for (const [name, job] of Object.entries(all)) jobs.set(name, job);
  await ensureTools(["actionlint"], createProgress());
}, 400_000);
afterAll(() => rmSync(folder, { recursive: true }));

test("actionlint has nothing to say", () => {
  const { status, stdout } = spawnSync(programPath("actionlint", "actionlint"), {
    cwd: runner.checkout,
    encoding: "utf8",
  });
  expect([status, stdout]).toEqual([0, ""]);
});

describe("in a fresh clone", () => {
  test("the packages are installed and the apps bundled", () => {
    expect(run("preview", "Install the packages").code).toBe(0);
    const bundled = run("preview", "Bundle the apps");
    expect([bundled.code, existsSync(join(runner.checkout, "apps/todo-backend/dist"))]).toEqual([0, true]);
    // Both are the same in the other jobs.
    for (const job of ["up", "drift"])
      for (const name of ["Install the packages", "Bundle the apps"])
        expect(step(job, name)[1].run).toBe(step("preview", name)[1].run);
  }, 300_000);

  test("a preview is reviewed", () => {
    expect(run("preview", "Preview").code).toBe(0);
    expect(runner.calls()).toContain(
      "pulumi preview --stack dev --non-interactive --policy-pack policies --event-log events.json",
    );
    expect(run("preview", "Review").code).toBe(0);
    const read = (file: string): string => readFileSync(join(runner.checkout, file), "utf8");
    expect(read("review.md").split("\n").slice(0, 2)).toEqual([
      "<!-- todo-platform review: Preview of dev -->",
      "## Preview of dev",
    ]);
    expect(JSON.parse(read("review.sarif"))).toMatchObject({ runs: [{ results: [{ level: "error" }] }] });
  });

  test("a preview that fails is told as well, and fails the job at its review", () => {
    const text = readFileSync(events, "utf8");
    const failure = { diagnosticEvent: { severity: "error", message: "no such image" } };
    writeFileSync(events, `${text}\n${JSON.stringify({ sequence: 9, timestamp: 1, ...failure })}`);
    expect([run("preview", "Preview").code, run("preview", "Review").code]).toEqual([0, 1]);
    expect(readFileSync(join(runner.checkout, "review.md"), "utf8")).toContain("> Error: no such image");
    writeFileSync(events, text);
  });

  test("the first comment is posted, the next ones replace it", () => {
    runner.forget();
    expect(run("preview", "Comment").code).toBe(0);
    expect(runner.calls().at(-1)).toBe(
      "gh api --method POST repos/team/todo/issues/7/comments -F body=@review.md --silent",
    );
    expect(readFileSync(join(folder, "posted.md"), "utf8")).toBe(
      readFileSync(join(runner.checkout, "review.md"), "utf8"),
    );
    const comments =
      "11\thello\n12\t<!-- todo-platform review: Preview of prod -->\n13\t<!-- todo-platform review: Preview of dev -->\n";
    writeFileSync(join(answers, "comments.tsv"), comments);
    expect(run("preview", "Comment").code).toBe(0);
    expect(runner.calls().at(-1)).toBe(
      "gh api --method PATCH repos/team/todo/issues/comments/13 -F body=@review.md --silent",
    );
  });

  test("findings go to code review, packed as it wants them", () => {
    runner.forget();
    expect(run("preview", "Findings for code review").code).toBe(0);
    expect(runner.calls()).toEqual([
      "gh api --method POST repos/team/todo/code-scanning/sarifs -f commit_sha=0123456789 -f ref=refs/pull/7/head -F sarif=@review.sarif.gz.b64 --silent",
    ]);
    const unpacked = spawnSync("bash", ["-c", "base64 -d review.sarif.gz.b64 | gunzip"], {
      cwd: runner.checkout,
      encoding: "utf8",
    });
    expect(unpacked.stdout).toBe(readFileSync(join(runner.checkout, "review.sarif"), "utf8"));
  });

  test("what is on main is applied, and its outputs are kept", () => {
    runner.forget();
    expect([run("up", "Up").code, run("up", "Outputs").code]).toEqual([0, 0]);
    expect(runner.calls()).toEqual([
      "pulumi up --stack dev --yes --non-interactive --policy-pack policies",
      "pulumi stack output --json --stack dev --non-interactive",
    ]);
    expect(JSON.parse(readFileSync(join(runner.checkout, "outputs.json"), "utf8"))).toMatchObject({
      ok: true,
      outputs,
    });
  });

  test("no drift closes the issue that is open", () => {
    writeFileSync(join(answers, "issue"), "5\n");
    expect(run("drift", "Compare").code).toBe(0);
    runner.forget();
    expect(run("drift", "Tell", { "job.status": "success" }).code).toBe(0);
    expect(runner.calls().at(-1)).toMatch(/^gh issue close 5 /);
  });

  test("drift fails, opens an issue, and changes it from then on", () => {
    const update = { ...change, oldState: change.old, newState: null };
    writeFileSync(join(answers, "refresh.json"), JSON.stringify({ steps: [update], changeSummary: {} }));
    const compared = run("drift", "Compare");
    expect([compared.code, compared.output]).toEqual([1, expect.stringContaining("Namespace shop is deleted")]);
    runner.forget();
    expect(run("drift", "Tell").code).toBe(0);
    expect(runner.calls().at(-1)).toBe("gh issue edit 5 --body-file drift.md");
    writeFileSync(join(answers, "issue"), "");
    expect(run("drift", "Tell").code).toBe(0);
    expect(runner.calls().at(-1)).toBe("gh issue create --title Drift\\ of\\ dev --body-file drift.md");
    expect(readFileSync(join(folder, "summary.md"), "utf8")).toContain("## Drift of dev");
  });

  test("no run: step was left out", () => {
    const all = [...jobs].flatMap(([job, { steps }]) =>
      steps.filter(({ run: text }) => text).map(({ name }) => `${job} ${name}`),
    );
    expect(all.filter((name) => !executed.has(name))).toEqual([]);
    expect(all.length).toBe(14);
  });
});

describe("the example for GitLab, in the same clone", () => {
  const api = "https://gitlab.example.com/api/v4";
  const notes = `${api}/projects/3/merge_requests/7/notes`;
  const given = { CI_API_V4_URL: api, CI_PROJECT_ID: "3", CI_MERGE_REQUEST_IID: "7", REVIEW_TOKEN: "token" };
  const runJob = (name: string) => {
    const { script, variables } = gitlabJob(runner.checkout, name);
    // As GitLab's runner begins a script.
    return runner.shell(script, { ...given, ...variables }, ["-e", "-o", "pipefail"]);
  };
  const written = (list: readonly object[]) => writeFileSync(join(answers, "notes.json"), JSON.stringify(list));

  test("prepares the machine as the workflows of GitHub do", () => {
    const { before } = gitlabJob(runner.checkout, "preview:dev");
    const same = ["Install the packages", "Bundle the apps"].map((name) => step("preview", name)[1].run);
    expect(before.slice(-2)).toEqual(same);
  });

  test("the first note is posted, the next ones replace it", () => {
    runner.forget();
    written([{ id: 4, body: "hello" }]);
    expect(runJob("preview:dev")).toMatchObject({ code: 0 });
    const review = readFileSync(join(runner.checkout, "review.md"), "utf8");
    expect(review).toContain("## Preview of dev");
    expect(readFileSync(join(folder, "posted.md"), "utf8")).toBe(review);
    const posted = (method: string, url: string) =>
      `curl -fsS --request ${method} --header PRIVATE-TOKEN:token --data-urlencode body@review.md ${url}`;
    expect(runner.calls().at(-1)).toBe(posted("POST", notes));
    written([
      { id: 4, body: "hello" },
      { id: 5, body: "<!-- todo-platform review: Preview of prod -->" },
      { id: 6, body: review },
    ]);
    expect(runJob("preview:dev")).toMatchObject({ code: 0 });
    expect(runner.calls().at(-1)).toBe(posted("PUT", `${notes}/6`));
  });

  test("a preview that fails is told as well, and fails the job after its note", () => {
    runner.forget();
    const text = readFileSync(events, "utf8");
    const failure = { diagnosticEvent: { severity: "error", message: "no such image" } };
    writeFileSync(events, `${text}\n${JSON.stringify({ sequence: 9, timestamp: 1, ...failure })}`);
    expect(runJob("preview:prod")).toMatchObject({ code: 1 });
    writeFileSync(events, text);
    expect(readFileSync(join(folder, "posted.md"), "utf8")).toContain("> Error: no such image");
  });

  test("what is on main is applied, and its outputs are kept", () => {
    runner.forget();
    expect(runJob("up:prod")).toMatchObject({ code: 0 });
    expect(runner.calls()[0]).toBe("pulumi up --stack prod --yes --non-interactive --policy-pack policies");
    expect(JSON.parse(readFileSync(join(runner.checkout, "outputs.json"), "utf8"))).toMatchObject({ outputs });
  });

  test("drift fails the job of the night", () => {
    const update = { ...change, oldState: change.old, newState: null };
    writeFileSync(join(answers, "refresh.json"), JSON.stringify({ steps: [update], changeSummary: {} }));
    expect(runJob("drift:dev")).toMatchObject({ code: 1 });
    writeFileSync(join(answers, "refresh.json"), '{"changeSummary":{}}');
    expect(runJob("drift:dev")).toMatchObject({ code: 0 });
  });
});
