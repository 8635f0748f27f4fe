import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import * as grpc from "@grpc/grpc-js";
import empty from "google-protobuf/google/protobuf/empty_pb.js";
import services from "@pulumi/pulumi/proto/analyzer_grpc_pb.js";
import type { AnalyzerInfo } from "@pulumi/pulumi/proto/analyzer_pb.js";
import { afterAll, expect, test } from "vitest";
import { levelIn } from "../../policies/pack/settings.ts";
import { rules } from "../../policies/rules.ts";

let runner: ChildProcess | undefined;
afterAll(() => runner?.kill());

/** What the published plugin `pulumi-analyzer-policy` does in the pack's folder. */
const startRunner = async (environment: string): Promise<string> => {
  const script = createRequire(import.meta.url).resolve("@pulumi/pulumi/cmd/run-policy-pack/index.js");
  const child = spawn(process.execPath, [script, "127.0.0.1:1", ".", "-typescript=false"], {
    cwd: "policies",
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, PULUMI_CONFIG: JSON.stringify({ "policies:environment": environment }) },
  });
  runner = child;
  const [port] = (await once(child.stdout, "data")) as [Buffer];
  return port.toString().trim();
};

test("the SDK's own runner, with its type checker before it, serves every rule at its level", async () => {
  const port = await startRunner("development");
  const client = new services.AnalyzerClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
  const info = await new Promise<AnalyzerInfo>((resolve, reject) =>
    client.getAnalyzerInfo(new empty.Empty(), (failure, answer) => (failure ? reject(failure) : resolve(answer))),
  );
  client.close();
  const numbers = { advisory: 0, mandatory: 1, disabled: 2 };
  expect(info.getPoliciesList().map((policy) => [policy.getName(), policy.getEnforcementlevel()])).toEqual(
    rules.map((rule) => [rule.name, numbers[levelIn("development", rule)]]),
  );
});
