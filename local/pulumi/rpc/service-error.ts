import * as grpc from "@grpc/grpc-js";
import anyProto from "google-protobuf/google/protobuf/any_pb.js";
import proto from "@pulumi/pulumi/proto/provider_pb.js";
import statusProto from "@pulumi/pulumi/proto/status_pb.js";
import { toStruct } from "./property-values.ts";
import { NotReadyError } from "./resource-kind.ts";

/**
 * Translates an error for the engine. A {@link NotReadyError} carries the resource's state in the error's details, so
 * that the engine records the resource instead of losing it.
 */
export function toServiceError(error: unknown): Partial<grpc.ServiceError> {
  const message = error instanceof Error ? error.message : String(error);
  const metadata = new grpc.Metadata();
  if (error instanceof NotReadyError) {
    const detail = new proto.ErrorResourceInitFailed();
    detail
      .setId(error.state.id)
      .setProperties(toStruct(error.state.outputs))
      .setReasonsList([...error.reasons]);
    const details = new anyProto.Any();
    details.pack(detail.serializeBinary(), "pulumirpc.ErrorResourceInitFailed");
    const status = new statusProto.Status().setCode(grpc.status.UNKNOWN).setMessage(message);
    status.addDetails(details);
    metadata.add("grpc-status-details-bin", Buffer.from(status.serializeBinary()));
  }
  return { code: grpc.status.UNKNOWN, details: message, message, metadata };
}
