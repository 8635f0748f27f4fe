import { writeFileSync } from "node:fs";
import { catalogueEntry, catalogueIds } from "../../infra/model/dapr/catalogue/catalogue.ts";
import index from "../../infra/model/dapr/catalogue/generated/index.json" with { type: "json" };
import { annotationFacts } from "../../infra/model/dapr/kinds/generated/annotations.ts";
import { versions } from "../../infra/versions.ts";

const toType = (id: string) => {
  const entry = catalogueEntry(id.slice(0, id.lastIndexOf("/")), id.slice(id.lastIndexOf("/") + 1))!;
  const fields = [...entry.fields, ...entry.authentication.flatMap((profile) => profile.fields)];
  const secrets = fields.filter(({ sensitive }) => sensitive).map(({ name }) => name);
  return {
    status: entry.status,
    ...(entry.deprecated === undefined ? {} : { instead: entry.deprecated }),
    ...(secrets.length === 0 ? {} : { secrets: [...new Set(secrets)].sort() }),
  };
};

const lines = (record: object): string =>
  Object.entries(record)
    .map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`)
    .join(",\n");

/**
 * What the policy pack knows of Dapr: path -> content. It imports nothing of the platform, so it keeps its own copy, and
 * a test compares it with what the platform's catalogue says of the pinned releases.
 */
export const daprFacts = (): Record<string, string> => ({
  "policies/facts/dapr-components.json": `{
 "source": "metadata.yaml of each component in dapr/components-contrib ${versions.componentsContrib}, and the registrations of daprd ${versions.tools.dapr}",
 "types": {
${lines(Object.fromEntries(catalogueIds().map((id) => [id, toType(id)])))}
 },
 "otherNames": {
${lines(index.aliases)}
 }
}
`,
  "policies/facts/dapr-annotations.json": `{
 "source": "pkg/injector/annotations of dapr/dapr ${versions.tools.dapr}",
 "annotations": [
${annotationFacts.map(({ key }) => `  ${JSON.stringify(key)}`).join(",\n")}
 ]
}
`,
});

if (import.meta.main) for (const [path, content] of Object.entries(daprFacts())) writeFileSync(path, content);
