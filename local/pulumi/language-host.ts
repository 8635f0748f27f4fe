import { spawn, type ChildProcess } from "node:child_process";
import { flushCompileCache } from "node:module";
import { fileURLToPath } from "node:url";
import * as grpc from "@grpc/grpc-js";
import emptyProto from "google-protobuf/google/protobuf/empty_pb.js";
import proto from "@pulumi/pulumi/proto/language_pb.js";
import services from "@pulumi/pulumi/proto/language_grpc_pb.js";
import { endWithEngine } from "./rpc/end-with-engine.ts";
import pluginProto from "@pulumi/pulumi/proto/plugin_pb.js";

/**
 * The language host for Node programs: starts the SDK's own runner on the project's main file, with the arguments that
 * the published host passes. The runner imports ES modules itself, and Node reads the TypeScript.
 */
const runner = fileURLToPath(import.meta.resolve("@pulumi/pulumi/cmd/run/index.js"));
const engineAddress = process.argv.slice(2).find((argument) => !argument.startsWith("-")) ?? "";
const lateClosures = import.meta.resolve("./late-closures.ts");
/** The runner's exit code after it has told the user what is wrong: nothing is left to say. */
const exitedAfterMessage = 32;
let program: ChildProcess | undefined;

function runnerArguments(request: proto.RunRequest): string[] {
  const flags = {
    monitor: request.getMonitorAddress(),
    engine: engineAddress,
    organization: request.getOrganization(),
    project: request.getProject(),
    "root-directory": request.getInfo()?.getRootDirectory(),
    stack: request.getStack(),
    pwd: request.getPwd(),
    parallel: request.getParallel(),
  };
  const given = Object.entries(flags).filter(([, value]) => value);
  const entryPoint = request.getInfo()?.getEntryPoint() || request.getProgram() || ".";
  return [
    "--max-semi-space-size=4",
    `--import=${lateClosures}`,
    runner,
    ...given.map(([name, value]) => `--${name}=${value}`),
    ...(request.getDryrun() ? ["--dry-run"] : []),
    entryPoint,
    ...request.getArgsList(),
  ];
}

function configEnvironment(request: proto.RunRequest): NodeJS.ProcessEnv {
  return {
    ...process.env,
    PULUMI_NODEJS_TYPESCRIPT: "false",
    PULUMI_CONFIG: JSON.stringify(Object.fromEntries(request.getConfigMap().entries())),
    PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
  };
}

function run(
  call: { readonly request: proto.RunRequest },
  callback: (error: Error | null, value?: proto.RunResponse) => void,
): void {
  const { request } = call;
  const cwd = request.getInfo()?.getRootDirectory() || request.getPwd();
  const child = spawn(process.execPath, runnerArguments(request), {
    cwd,
    env: configEnvironment(request),
    stdio: ["ignore", "inherit", "inherit"],
  });
  program = child;
  child.once("error", (error) => callback(error));
  child.once("exit", (code, signal) => {
    const response = new proto.RunResponse();
    if (code === exitedAfterMessage) response.setBail(true);
    else if (code !== 0) response.setError(`the program ended with ${signal ?? `exit code ${code}`}`);
    callback(null, response);
  });
}

function answerWith<T>(make: () => T) {
  return (_call: unknown, callback: (error: null, value: T) => void): void => callback(null, make());
}

endWithEngine(() => program?.kill("SIGTERM"));
const server = new grpc.Server();
server.addService(services.LanguageRuntimeService, {
  run,
  handshake: answerWith(() => new proto.LanguageHandshakeResponse()),
  getRequiredPlugins: answerWith(() => new proto.GetRequiredPluginsResponse()),
  getRequiredPackages: answerWith(() => new proto.GetRequiredPackagesResponse()),
  getProgramDependencies: answerWith(() => new proto.GetProgramDependenciesResponse()),
  about: answerWith(() => new proto.AboutResponse().setExecutable(process.execPath).setVersion(process.version)),
  getPluginInfo: answerWith(() => new pluginProto.PluginInfo().setVersion("3.200.0")),
  cancel: answerWith(() => {
    program?.kill("SIGTERM");
    return new emptyProto.Empty();
  }),
});
server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
  if (error) throw error;
  console.log(String(port));
  // It is killed in the end, and would leave the next one to compile all this again.
  flushCompileCache();
});
