import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkProperties } from "../../../local/pulumi/recorder/check-value.ts";
import { declarationsFile, readDeclarations, recordedProviders } from "../../../local/pulumi/recorder/declarations.ts";
import { declarationsText } from "../../../local/pulumi/recorder/generate.ts";
import { recordedResources } from "../../../local/pulumi/recorder/resources.ts";
import { everythingOfAzure, recordStack } from "./recorded-stack.ts";

const graphs = {
  "azure-native": [...(await recordStack("prod")), ...(await recordStack("prod", everythingOfAzure))],
  digitalocean: await recordStack("prod-doks"),
};

/** A secret travels in an envelope that the engine opens before a provider sees it. */
const opened = (value: any): any => {
  if (Array.isArray(value)) return value.map(opened);
  if (typeof value !== "object" || value === null) return value;
  if ("secret" in value && Object.keys(value).length === 1) return opened(value.secret);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, opened(member)]));
};

/** What no component makes, and the policy pack's tests hold against its rules. */
const judgedOnly = {
  "azure-native": ["network/networkSecurityGroup", "storage/storageAccount"],
  digitalocean: [],
} as const;
const typeOf = (path: string): string => {
  const [module, [first = "", ...rest] = ""] = path.split("/");
  return `${module}:${first.toUpperCase()}${rest.join("")}`;
};

describe.each(recordedProviders)("%s", (provider) => {
  const { resources, types } = readDeclarations(provider);
  const used = graphs[provider].filter(({ type }) => type.startsWith(`${provider}:`));
  const oneOfEach = [...new Map(used.map((resource) => [resource.type, resource])).values()];
  const check = (type: string, inputs: object) =>
    checkProperties(inputs as Record<string, unknown>, resources[type]?.inputs ?? {}, types);

  test("the declarations are those of the SDK", () => {
    expect(readFileSync(declarationsFile(provider), "utf8")).toBe(declarationsText(provider));
  });

  test("exactly the resources that the components import are recorded", () => {
    const sources = readdirSync("infra", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
    const imports = sources.flatMap((file) =>
      [...readFileSync(join("infra", file), "utf8").matchAll(/from "@pulumi\/([a-z-]+)\/([A-Za-z/]+)\.js"/g)]
        .filter(([, from, path = ""]) => from === provider && !/(^|\/)(get|list)[A-Z]|provider$/.test(path))
        .map(([, , path]) => path),
    );
    expect([...new Set([...imports, ...judgedOnly[provider]])].sort()).toEqual([...recordedResources[provider]].sort());
    const judged = judgedOnly[provider].map((path) => `${provider}:${typeOf(path)}`);
    expect([...oneOfEach.map(({ type }) => type), ...judged].sort()).toEqual(Object.keys(resources).sort());
  });

  test("every resource of the graph is what its SDK declares", () => {
    for (const { type, name, inputs } of used) expect([name, check(type, opened(inputs))]).toEqual([name, []]);
  });

  test.each(oneOfEach.map(({ type, inputs }) => [type, opened(inputs)] as const))(
    "%s broken in one place is refused for exactly that",
    (type, inputs) => {
      expect(check(type, { ...inputs, notThere: 1 })).toEqual([
        { path: "notThere", reason: expect.stringMatching(/^is not known; known are /) },
      ]);
      const required = Object.entries(resources[type]?.inputs ?? {}).filter(([, property]) => property.required);
      for (const [key] of required) {
        expect(check(type, { ...inputs, [key]: undefined })).toEqual([{ path: key, reason: "is required" }]);
      }
      const [text = ""] = Object.keys(inputs).filter((key) => typeof inputs[key] === "string");
      if (text !== "") expect(check(type, { ...inputs, [text]: [7] }).map(({ path }) => path)).toEqual([text]);
      else expect(required.length).toBeGreaterThan(0);
    },
  );
});

test("a wrong value deep inside is named with its path and what would be allowed", () => {
  const { resources, types } = readDeclarations("azure-native");
  const cluster = graphs["azure-native"].find(({ type }) => type.endsWith(":ManagedCluster"));
  const inputs = opened(cluster?.inputs);
  inputs.networkProfile.outboundType = "natGateway";
  inputs.agentPoolProfiles[0].vmsize = "x";
  const declared = resources["azure-native:containerservice:ManagedCluster"]?.inputs ?? {};
  expect(checkProperties(inputs, declared, types)).toEqual([
    { path: "agentPoolProfiles[0].vmsize", reason: expect.stringContaining("is not known") },
    {
      path: "networkProfile.outboundType",
      reason: expect.stringMatching(/^is natGateway, which is none of loadBalancer, .*userAssignedNATGateway/),
    },
  ]);
});
