import { expect, test } from "vitest";
import { aksOf, doksOf } from "../../../infra/cloud-config.ts";
import { aksParts } from "../../../infra/model/clouds/aks-parts.ts";
import type { CloudPart } from "../../../infra/model/clouds/cloud-part.ts";
import { doksParts } from "../../../infra/model/clouds/doks-parts.ts";
import { everythingOfAzure, recordStack, stackConfigOf } from "./recorded-stack.ts";

const typesOf = (parts: readonly CloudPart[]): string[] => [...new Set(parts.flatMap(({ types }) => types))].sort();

test("every kind of resource of Azure is told of, and no other", async () => {
  const config = stackConfigOf("prod");
  if (config.target !== "aks") throw new Error(config.target);
  const made = (await recordStack("prod", everythingOfAzure)).filter(({ type }) => type.startsWith("azure-native:"));
  expect(typesOf(aksParts(aksOf(config)))).toEqual([...new Set(made.map(({ type }) => type.split(":").at(-1)))].sort());
});

test("every kind of resource of DigitalOcean is told of, and no other", async () => {
  const config = stackConfigOf("prod-doks");
  if (config.target !== "doks") throw new Error(config.target);
  const made = (await recordStack("prod-doks")).filter(({ type }) => type.startsWith("digitalocean:"));
  expect(typesOf(doksParts(doksOf(config)))).toEqual(
    [...new Set(made.map(({ type }) => type.split(":").at(-1)))].sort(),
  );
});
