import * as grpc from "@grpc/grpc-js";
import engineProto from "@pulumi/pulumi/proto/engine_pb.js";
import engineServices from "@pulumi/pulumi/proto/engine_grpc_pb.js";
import type { EngineLog } from "./resource-kind.ts";

/** The engine's log at the address that plugins get as their first argument; without an address, nothing is logged. */
export function connectLog(address: string | undefined): EngineLog {
  if (!address) return () => undefined;
  const client = new engineServices.EngineClient(address, grpc.credentials.createInsecure());
  return (level, message, urn) => {
    const severity = level === "warning" ? engineProto.LogSeverity.WARNING : engineProto.LogSeverity.INFO;
    const request = new engineProto.LogRequest()
      .setSeverity(severity)
      .setMessage(message)
      .setEphemeral(level === "status");
    if (urn) request.setUrn(urn);
    client.log(request, () => undefined);
  };
}
