/** What to write instead of a name that a type does not have: where people take it from is known. */
export const fieldAdvice: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  // Source: dapr pkg/apis/components/v1alpha1/types.go.
  "": {
    inittimeout: "Write initTimeout beside type and version, not as metadata.",
    ignoreerrors: "Write ignoreErrors beside type and version, not as metadata.",
    scopes: "Write scopes at the top level of the document, not as metadata.",
    trustdomain: "A trust domain belongs to spec.accessControl of a Configuration.",
  },
  // Source: components-contrib secretstores/kubernetes/kubernetes.go.
  "secretstores.kubernetes": { namespace: 'Write "defaultNamespace".' },
  // Source: components-contrib state/postgresql/v2/metadata.go; dapr pkg/api/http state options.
  "state.postgresql": {
    schema: 'Write the schema as part of "tablePrefix" (v2) or "tableName" (v1), such as "todo.state_".',
    concurrency: "Concurrency is an option of each request, not of the store.",
    consistency: "Consistency is an option of each request, not of the store.",
    tablename: 'Version v1 has "tableName"; v2 has "tablePrefix".',
    tableprefix: 'Version v2 has "tablePrefix"; v1 has "tableName".',
  },
  // Source: components-contrib common/component/redis/settings.go.
  "state.redis": { concurrency: "Concurrency is an option of each request, not of the store." },
};

/** Advice for a field that is not there, if any. */
export const adviceFor = (type: string, name: string): string | undefined =>
  fieldAdvice[type]?.[name.toLowerCase()] ?? fieldAdvice[""]?.[name.toLowerCase()];
