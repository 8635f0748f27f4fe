import type { ScaledObjectManifest, TriggerAuthenticationManifest } from "../model/scaling/scaler-manifests.ts";
import { OperatorObject } from "./operator-object.ts";

/** How many replicas a Deployment has, by what waits for it. Upstream: keda.sh/docs ScaledObject specification. */
export class ScaledObject extends OperatorObject<ScaledObjectManifest> {}

/** What a trigger signs in with. Upstream: keda.sh/docs TriggerAuthentication. */
export class TriggerAuthentication extends OperatorObject<TriggerAuthenticationManifest> {}
