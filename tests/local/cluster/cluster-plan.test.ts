import { expect, test } from "vitest";
import { freeSubnet, planCluster, withOverrides } from "../../../local/cluster/cluster-plan.ts";

const documented = { apiserver: 16443, ui: 18080, traces: 19411 };

test("local has the documented ports", async () => {
  const plan = await planCluster("local", {});
  expect(plan.ports).toEqual(documented);
  expect(plan.registry).toBe(`${plan.nodeIp}:5000`);
});

test("any other cluster has free ports, all different", async () => {
  const { ports } = await planCluster("test", {});
  expect(new Set([...Object.values(ports), ...Object.values(documented)]).size).toBe(6);
});

test("a variable overrides one port", () => {
  expect(withOverrides(documented, { TODO_PLATFORM_PORT_UI: "8081" })).toEqual({ ...documented, ui: 8081 });
});

test.each(["0", "65536", "http", "80.5", "-1"])("a variable that is no port (%s) is refused by name", (value) => {
  expect(() => withOverrides(documented, { TODO_PLATFORM_PORT_TRACES: value })).toThrow(
    `error: TODO_PLATFORM_PORT_TRACES: '${value}' is no port
  -> give a number from 1 to 65535, or unset the variable`,
  );
});

test("two clusters look for their subnet at different places", () => {
  expect(freeSubnet("local", [])).not.toBe(freeSubnet("test", []));
});

test("a subnet in which the machine has an address is passed over", () => {
  const first = freeSubnet("local", []);
  expect(freeSubnet("local", [`${first}.1`])).not.toBe(first);
  expect(freeSubnet("local", ["10.0.0.1", "fe80::1"])).toBe(first);
});
