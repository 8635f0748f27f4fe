import { parseAllDocuments } from "yaml";
import { expect, test } from "vitest";
import { checkComponent, type CheckedComponent } from "../../../../infra/model/checks/check-component.ts";
import { tp05 } from "../../../../infra/model/checks/docs/tp05.ts";
import { tp08 } from "../../../../infra/model/checks/docs/tp08.ts";

interface Manifest {
  kind: string;
  spec: CheckedComponent & { replicas: number };
  scopes?: string[];
}

const codesOf = (yaml: string): string[] => {
  const documents = parseAllDocuments(yaml).map((document) => document.toJS() as Manifest);
  const replicas = documents.find(({ kind }) => kind === "Deployment")?.spec.replicas;
  return documents
    .filter(({ kind }) => kind === "Component")
    .flatMap(({ spec, scopes }) => checkComponent(spec, "spec", { scopes: scopes ?? [], replicas: () => replicas }))
    .map(({ code, severity }) => `${code} ${severity}`);
};

test.each([...tp05, ...tp08].map((doc) => [doc.code, doc] as const))(
  "%s: its wrong example is refused, the right one not",
  (_, doc) => {
    expect(codesOf(doc.wrong)).toContain(`${doc.code} ${doc.severity}`);
    expect(codesOf(doc.right)).toEqual([]);
  },
);

test("every code is documented once", () => {
  const codes = [...tp05, ...tp08].map(({ code }) => code);
  expect(codes).toEqual([...new Set(codes)].sort());
});
