import { flushCompileCache } from "node:module";
import * as grpc from "@grpc/grpc-js";
import emptyProto from "google-protobuf/google/protobuf/empty_pb.js";
import pluginProto from "@pulumi/pulumi/proto/plugin_pb.js";
import proto from "@pulumi/pulumi/proto/provider_pb.js";
import services from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import { connectLog } from "./connect-log.ts";
import { endWithEngine } from "./end-with-engine.ts";
import { fromStruct, revealed, toStruct, type Properties } from "./property-values.ts";
import type { EngineLog, ResourceDiff, ResourcePlugin, ResourceRequest, ResourceState } from "./resource-kind.ts";
import { toServiceError } from "./service-error.ts";

type Call<Request> = { readonly request: Request };

/**
 * Serves a plugin to the engine on a free loopback port and prints the port, as the engine expects of every plugin.
 * Secrets are left to the engine: it sends plain values and marks the outputs whose inputs were secret.
 */
export function servePlugin(plugin: ResourcePlugin): void {
  endWithEngine(() => plugin.cancel?.());
  const log = connectLog(process.argv[2]);
  const server = new grpc.Server({ "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 });
  server.addService(services.ResourceProviderService, {
    ...configurationCalls(plugin, log),
    ...resourceCalls(plugin),
  });
  const credentials = grpc.ServerCredentials.createInsecure();
  server.bindAsync("127.0.0.1:0", credentials, (error, port) => {
    if (error) throw error;
    console.log(String(port));
    // The engine kills its plugins, and a killed process would leave the next one to compile all this again.
    flushCompileCache();
  });
}

function configurationCalls(plugin: ResourcePlugin, log: EngineLog): grpc.UntypedServiceImplementation {
  return {
    handshake: answer(() => new proto.ProviderHandshakeResponse()),
    checkConfig: answer(({ request }: Call<proto.CheckRequest>) =>
      new proto.CheckResponse().setInputs(request.getNews()),
    ),
    diffConfig: answer(() => new proto.DiffResponse().setChanges(proto.DiffResponse.DiffChanges.DIFF_NONE)),
    configure: answer(async ({ request }: Call<proto.ConfigureRequest>) => {
      await plugin.configure?.(revealed(fromStruct(request.getArgs())) as Properties, log);
      return new proto.ConfigureResponse().setSupportspreview(true);
    }),
    invoke: answer(async ({ request }: Call<proto.InvokeRequest>) => {
      if (!plugin.invoke) throw new Error(`${request.getTok()} is not offered by this bundled provider`);
      const result = await plugin.invoke(request.getTok(), fromStruct(request.getArgs()));
      return new proto.InvokeResponse().setReturn(toStruct(result));
    }),
    getPluginInfo: answer(() => new pluginProto.PluginInfo().setVersion(plugin.version)),
    cancel: answer(() => {
      plugin.cancel?.();
      return new emptyProto.Empty();
    }),
  };
}

function resourceCalls(plugin: ResourcePlugin): grpc.UntypedServiceImplementation {
  return {
    check: answer(async ({ request }: Call<proto.CheckRequest>) => {
      const inputs = await kindOf(plugin, request).check(
        asRequest(request, { inputs: request.getNews(), oldInputs: request.getOlds() }),
      );
      return new proto.CheckResponse().setInputs(toStruct(inputs));
    }),
    diff: answer(async ({ request }: Call<proto.DiffRequest>) =>
      toDiff(await kindOf(plugin, request).diff(changing(request))),
    ),
    create: answer(async ({ request }: Call<proto.CreateRequest>) => {
      const created = await kindOf(plugin, request).create(asRequest(request, { inputs: request.getProperties() }));
      return new proto.CreateResponse().setId(created.id).setProperties(toStruct(created.outputs));
    }),
    read: answer(async ({ request }: Call<proto.ReadRequest>) => {
      const fields = { inputs: request.getInputs(), oldInputs: request.getInputs(), state: request.getProperties() };
      return toReadResponse(await kindOf(plugin, request).read(asRequest(request, fields)));
    }),
    update: answer(async ({ request }: Call<proto.UpdateRequest>) => {
      const updated = await kindOf(plugin, request).update(changing(request));
      return new proto.UpdateResponse().setProperties(toStruct(updated.outputs));
    }),
    delete: answer(async ({ request }: Call<proto.DeleteRequest>) => {
      const fields = { oldInputs: request.getOldInputs(), state: request.getProperties() };
      await kindOf(plugin, request).delete(asRequest(request, fields));
      return new emptyProto.Empty();
    }),
  };
}

function kindOf(plugin: ResourcePlugin, request: { getUrn(): string }) {
  const type = request.getUrn().split("::")[2]?.split("$").pop() ?? "";
  return plugin.kind(type);
}

function changing(request: proto.DiffRequest | proto.UpdateRequest): ResourceRequest {
  return asRequest(request, { inputs: request.getNews(), oldInputs: request.getOldInputs(), state: request.getOlds() });
}

type Structs = { [K in "inputs" | "oldInputs" | "state"]?: Parameters<typeof fromStruct>[0] };
interface AnyRequest {
  getUrn(): string;
  getId?(): string;
  getPreview?(): boolean;
  getTimeout?(): number;
}

function asRequest(request: AnyRequest, structs: Structs): ResourceRequest {
  return {
    urn: request.getUrn(),
    id: request.getId?.() ?? "",
    preview: request.getPreview?.() ?? false,
    timeout: request.getTimeout?.() ?? 0,
    inputs: fromStruct(structs.inputs),
    oldInputs: fromStruct(structs.oldInputs),
    state: fromStruct(structs.state),
  };
}

function toDiff(diff: ResourceDiff): proto.DiffResponse {
  const { DIFF_NONE, DIFF_SOME } = proto.DiffResponse.DiffChanges;
  const response = new proto.DiffResponse().setChanges(diff.changes.size > 0 ? DIFF_SOME : DIFF_NONE);
  response.setReplacesList([...(diff.replaces ?? [])]).setDeletebeforereplace(diff.deleteBeforeReplace ?? false);
  response.setDiffsList([...new Set([...diff.changes.keys()].map((path) => path.split(/[.[]/)[0] ?? path))]);
  response.setHasdetaileddiff(true);
  for (const [path, kind] of diff.changes) {
    const name = `${kind}${diff.replaces?.includes(path) ? "_replace" : ""}`.toUpperCase();
    const value = proto.PropertyDiff.Kind[name as keyof typeof proto.PropertyDiff.Kind];
    response.getDetaileddiffMap().set(path, new proto.PropertyDiff().setKind(value).setInputdiff(true));
  }
  return response;
}

function toReadResponse(state: ResourceState | undefined): proto.ReadResponse {
  const response = new proto.ReadResponse();
  if (state === undefined) return response;
  return response
    .setId(state.id)
    .setProperties(toStruct(state.outputs))
    .setInputs(toStruct(state.inputs ?? {}));
}

function answer<Request, Response>(handle: (call: Call<Request>) => Response | Promise<Response>) {
  return (
    call: Call<Request>,
    callback: (error: Partial<grpc.ServiceError> | null, value?: Response) => void,
  ): void => {
    Promise.resolve()
      .then(() => handle(call))
      .then((value) => callback(null, value))
      .catch((error: unknown) => callback(toServiceError(error)));
  };
}
