import { describe, expect, test } from "vitest";
import { crdFiles, moduleCrds } from "../../infra/crds/module-crds.ts";
import { crdModules, readModuleCrds, type CrdModuleName } from "../../infra/crds/modules.ts";
import { versions } from "../../infra/versions.ts";

describe("the CRDs of operators", () => {
  test("are those of the modules that versions.json pins", () => {
    expect([...crdFiles].sort()).toEqual(Object.keys(versions.crds).sort());
    expect(Object.keys(crdModules).sort()).toEqual(Object.keys(versions.crds).sort());
  });

  test.each(Object.keys(crdModules) as CrdModuleName[])(
    "%s: exactly the published ones, without descriptions",
    (name) => {
      expect(moduleCrds(name)).toEqual(readModuleCrds(name));
      expect(JSON.stringify(moduleCrds(name))).not.toMatch(/"description":"/);
    },
  );
});
