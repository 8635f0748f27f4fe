import type { Input } from "@pulumi/pulumi";
import type { JsonObject } from "../model/dapr/kinds/manifest-values.ts";

type Whole = string | number | boolean | null | undefined | JsonObject;

/** A value in which every part may be the output of another resource. */
export type Inputs<T> = Input<T extends Whole ? T : { readonly [Field in keyof T]: Inputs<T[Field]> }>;
