import type { ComponentSpec } from "./dapr/component-spec.ts";
import { component } from "./dapr/define-component.ts";

/** State in the memory of each sidecar, gone with it: for development, and for apps of one replica. */
export const inMemoryState = (): ComponentSpec => component("state.in-memory/v1", { metadata: {} });
