import { secretText, unknownText } from "./preview.ts";

/** Field by which the engine marks a secret, an asset or a reference. Source: pulumi sdk resource/plugin SigKey. */
const signature = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";
/** Texts that stand for unknown values. Source: pulumi sdk resource/plugin/rpc.go Unknown*Value. */
const unknowns: ReadonlySet<unknown> = new Set([
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
]);

/** A value of the engine without its envelopes. */
export const plainValue = (value: unknown): unknown => {
  if (unknowns.has(value)) return unknownText;
  if (Array.isArray(value)) return value.map(plainValue);
  if (typeof value !== "object" || value === null) return value;
  if (signature in value)
    return (value as Record<string, unknown>)[signature] === secretSignature ? secretText : "[asset]";
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plainValue(member)]));
};
