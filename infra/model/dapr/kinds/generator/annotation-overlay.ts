import type { AnnotationFormat } from "../annotation-fact.ts";

/** Formats of the annotations that are strings or integers in Go, with the source that parses them. */
export const annotationFormats: Readonly<Record<string, AnnotationFormat>> = {
  "dapr.io/app-id": "app-id", // pkg/validation/validation.go
  "dapr.io/app-port": "port",
  "dapr.io/metrics-port": "port",
  "dapr.io/debug-port": "port",
  "dapr.io/grpc-port": "port",
  "dapr.io/internal-grpc-port": "port",
  "dapr.io/app-protocol": "app-protocol", // pkg/config/protocol/protocol.go
  "dapr.io/log-level": "log-level", // kit logger/logger.go
  "dapr.io/sidecar-seccomp-profile-type": "seccomp-profile", // Kubernetes' SeccompProfileType
  "dapr.io/sidecar-cpu-request": "quantity", // pkg/injector/patcher/sidecar_container.go
  "dapr.io/sidecar-cpu-limit": "quantity",
  "dapr.io/sidecar-memory-request": "quantity",
  "dapr.io/sidecar-memory-limit": "quantity",
  "dapr.io/max-body-size": "quantity", // cmd/daprd/options/options.go
  "dapr.io/read-buffer-size": "quantity",
  "dapr.io/block-shutdown-duration": "duration",
  "dapr.io/actors-disseminate-timeout": "duration",
  "dapr.io/env": "environment", // pkg/injector/patcher/sidecar_container.go, parseEnvVars
  "dapr.io/env-from-secret": "secret-environment",
  "dapr.io/volume-mounts": "mounts", // pkg/injector/patcher/sidecar_volumes.go
  "dapr.io/volume-mounts-rw": "mounts",
};

/** Annotations that daprd still reads, and what to write instead. */
export const annotationSuccessors: Readonly<Record<string, string>> = {
  "dapr.io/app-ssl": "dapr.io/app-protocol",
  "dapr.io/http-max-request-size": "dapr.io/max-body-size",
  "dapr.io/http-read-buffer-size": "dapr.io/read-buffer-size",
};
