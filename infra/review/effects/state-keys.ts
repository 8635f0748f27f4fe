import type { DaprComponent } from "../objects/dapr-component.ts";

/** What keys of a state store begin with. Source: dapr components/state/state_config.go, default `appid`. */
export const keyPrefixOf = ({ metadata }: DaprComponent): string => metadata.get("keyPrefix") || "appid";
