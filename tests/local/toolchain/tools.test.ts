import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { goBuildArguments, goFetchArguments, goModule } from "../../../local/toolchain/build-go.ts";
import { mavenProject } from "../../../local/toolchain/fetch-maven.ts";
import { pypiArguments } from "../../../local/toolchain/fetch-pypi.ts";
import { startTools, tools, type GoTool, type PypiTool } from "../../../local/toolchain/tools.ts";
import { versionOf, versions, type ToolName } from "../../../local/versions.ts";

const goTools = Object.entries(tools).filter((entry): entry is [ToolName, GoTool] => entry[1].source === "go");

test("every pinned tool has a recipe", () => {
  expect(Object.keys(tools).sort()).toEqual(Object.keys(versions.tools).sort());
});

test("a start makes every tool but those that only tests ask for, and a server that a stack may choose", () => {
  expect(Object.keys(tools).filter((name) => !startTools.includes(name as ToolName))).toEqual([
    "jmx-exporter",
    "prometheus",
    "vault",
    "prometheus-operator",
    "cert-manager",
    "traefik",
    "keda",
    "cloudnative-pg",
    "plugin-barman-cloud",
    "barman",
    "s3proxy",
    "otel-collector",
    "actionlint",
  ]);
});

test("Prometheus tells its own version, not its module's", () => {
  const { stamp } = tools.prometheus as GoTool;
  expect(stamp).toEqual({ "github.com/prometheus/common/version.Version": "3.13.5" });
});

describe.each(goTools)("the Go module of %s", (name) => {
  const mod = readFileSync(join(goModule(name), "go.mod"), "utf8");

  test("requires the version that versions.json pins", () => {
    const direct = mod.slice(0, mod.indexOf("// indirect"));
    expect(direct).toMatch(new RegExp(` v${versionOf(name).replaceAll(".", "\\.")}\\b`));
  });

  test("comes with its checksums", () => {
    expect(existsSync(join(goModule(name), "go.sum"))).toBe(true);
  });

  test("takes nothing from a folder of this machine", () => {
    expect(mod).not.toMatch(/=> *[./]/);
  });
});

test("what is downloaded ahead is what the build takes, with its tags", () => {
  expect(goFetchArguments("dapr", tools.dapr as GoTool)).toEqual([
    ...["list", "-mod=readonly", "-deps", "-tags", "stablecomponents,state_etcd", "tool"],
  ]);
  expect(goFetchArguments("coredns", tools.coredns as GoTool).at(-1)).toBe(".");
});

test("a build is static, leaves out paths and stamps the version", () => {
  expect(goBuildArguments("pulumi", tools.pulumi as GoTool, "/out/bin")).toEqual([
    "build",
    "-mod=readonly",
    "-trimpath",
    "-buildvcs=false",
    "-gcflags=all=-dwarf=false",
    "-ldflags",
    "-s -w -X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v3.200.0",
    "-o",
    "/out/bin/",
    "tool",
  ]);
});

test("a module with a program of its own builds that program", () => {
  expect(goBuildArguments("coredns", tools.coredns as GoTool, "/out").at(-1)).toBe(".");
});

test("the Maven project lists each artifact once", () => {
  const project = mavenProject(["org.example:one:1.0", "org.example:two:2.0"]);
  expect(project.match(/<dependency>.*/g)).toEqual([
    "<dependency><groupId>org.example</groupId><artifactId>one</artifactId><version>1.0</version></dependency>",
    "<dependency><groupId>org.example</groupId><artifactId>two</artifactId><version>2.0</version></dependency>",
  ]);
});

test("Python packages come in the versions that are listed, and nothing with them", () => {
  const args = pypiArguments(tools.barman as PypiTool, "3.19.1", "/out/lib");
  expect(args.slice(0, 3)).toEqual(["-m", "pip", "install"]);
  expect(args).toContain("--no-deps");
  expect(args.slice(args.indexOf("--target"))).toEqual([
    ...["--target", "/out/lib", "barman==3.19.1", "boto3==1.43.56", "botocore==1.43.56", "s3transfer==0.19.2"],
    ...["jmespath==1.1.0", "python-dateutil==2.9.0.post0", "six==1.17.0", "urllib3==2.7.0"],
  ]);
});
