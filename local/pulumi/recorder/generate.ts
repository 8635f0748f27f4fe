import { mkdirSync, writeFileSync } from "node:fs";
import { declarationsFile, recordedProviders, type RecordedProvider } from "./declarations.ts";
import { declare } from "./generator/declare.ts";
import { SdkFiles } from "./generator/sdk-files.ts";
import { recordedResources } from "./resources.ts";

/** A provider's declarations as they are written. */
export const declarationsText = (provider: RecordedProvider): string =>
  `${JSON.stringify(declare(new SdkFiles(`@pulumi/${provider}`), recordedResources[provider]), undefined, 1)}\n`;

if (import.meta.main) {
  mkdirSync(new URL("./generated/", import.meta.url), { recursive: true });
  for (const provider of recordedProviders) writeFileSync(declarationsFile(provider), declarationsText(provider));
}
