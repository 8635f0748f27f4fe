import { X509Certificate } from "node:crypto";
import { describe, expect, test } from "vitest";
import { todoAks } from "../../../infra/model/clouds/aks.ts";
import { checkAks } from "../../../infra/model/clouds/check-aks.ts";
import { recordName } from "../../../infra/model/clouds/doks-load-balancer.ts";
import { doksKubeconfig } from "../../../infra/model/clouds/doks-kubeconfig.ts";
import { azureDatabaseRoots, publicRoots } from "../../../infra/model/clouds/public-authorities.ts";
import { toVaultValue } from "../../../infra/model/key-vault.ts";
import { checkDoks } from "../../../infra/model/clouds/check-doks.ts";
import { todoDoks } from "../../../infra/model/clouds/doks.ts";
import { reservationsOf, totalOf } from "../../../infra/model/clouds/reservations.ts";
import { tp11 } from "../../../infra/model/checks/docs/tp11.ts";
import { targets } from "../../../infra/model/targets.ts";
import { todoPlatform } from "../../../infra/model/todo.ts";

const wanted = totalOf(reservationsOf(todoPlatform(targets.aks)));
const group = "11111111-2222-4333-8444-555555555555";
const aks = () =>
  structuredClone(
    todoAks({ region: "westeurope", suffix: "x7k2", adminGroups: [group], apiServer: { kind: "private" } }),
  );
const doks = () =>
  structuredClone(
    todoDoks({
      region: "fra1",
      apiServerRanges: ["198.51.100.0/24"],
      suffix: "x7k2",
      domain: "example.com",
    }),
  );
const told = (problems: readonly { code: string; path: string }[]) => problems.map(({ code, path }) => [code, path]);

type Mistake = [title: string, change: (spec: any) => void, problems: [code: string, path: string][]];
const aksMistakes: Mistake[] = [
  ["no block", (s) => (s.network.nodes = "10.20.0.5/20"), [["TP1101", "aks.network.nodes"]]],
  ["too large an address", (s) => (s.network.pods = "10.300.0.0/16"), [["TP1101", "aks.network.pods"]]],
  ["a subnet elsewhere", (s) => (s.network.nodes = "10.22.0.0/20"), [["TP1102", "aks.network.nodes"]]],
  ["two subnets in one place", (s) => (s.network.endpoints = "10.20.8.0/24"), [["TP1103", "aks.network.endpoints"]]],
  ["services in the network", (s) => (s.network.services = "10.20.64.0/20"), [["TP1103", "aks.network.services"]]],
  ["pods as services", (s) => (s.network.pods = "10.21.0.0/16"), [["TP1103", "aks.network.services"]]],
  [
    "an open API",
    (s) => (s.apiServer = { kind: "restricted", ranges: ["198.51.100.0/24", "0.0.0.0/0"] }),
    [["TP1104", "aks.apiServer.ranges[1]"]],
  ],
  ["an API for all", (s) => (s.apiServer = { kind: "restricted", ranges: [] }), [["TP1104", "aks.apiServer.ranges"]]],
  ["an unknown machine", (s) => (s.userPools[0].size = "Standard_B2s"), [["TP1105", "aks.userPools[0].size"]]],
  ["an upside-down pool", (s) => (s.systemPool.min = 9), [["TP1106", "aks.systemPool.min"]]],
  ["a pool of none", (s) => (s.systemPool.min = 0), [["TP1106", "aks.systemPool.min"]]],
  ["no room", (s) => (s.userPools = []), [["TP1107", "aks.systemPool"]]],
  ["a name with a dash", (s) => (s.name = "todo-prod"), [["TP1108", "aks.name"]]],
  ["a long suffix", (s) => (s.suffix = "a".repeat(11)), [["TP1108", "aks.suffix"]]],
  ["nobody", (s) => (s.adminGroups = []), [["TP1109", "aks.adminGroups"]]],
  ["a group's name", (s) => (s.adminGroups = ["admins"]), [["TP1109", "aks.adminGroups[0]"]]],
  ["two months of backups", (s) => (s.postgres.backupDays = 60), [["TP1110", "aks.postgres.backupDays"]]],
];
const host = "todo.example.com";
const doksMistakes: Mistake[] = [
  ["pods in the VPC", (s) => (s.network.pods = "10.30.0.0/20"), [["TP1103", "doks.network.pods"]]],
  ["an API for all", (s) => (s.apiServerRanges = []), [["TP1104", "doks.apiServerRanges"]]],
  ["one server", (s) => (s.postgres.nodes = 1), [["TP1111", "doks.postgres.nodes"]]],
  ["four servers", (s) => (s.valkey.nodes = 4), [["TP1111", "doks.valkey.nodes"]]],
  ["an unknown machine", (s) => (s.basePool.size = "s-1vcpu-1gb"), [["TP1105", "doks.basePool.size"]]],
  ["a suffix in capitals", (s) => (s.suffix = "X7K2"), [["TP1108", "doks.suffix"]]],
  ["a domain of somebody else", (s) => (s.domain = "ample.com"), [["TP1112", "doks.domain"]]],
];

test("every check has a mistake that it refuses", () => {
  const tested = [...aksMistakes, ...doksMistakes].flatMap(([, , problems]) => problems.map(([code]) => code));
  expect([...new Set(tested)].sort()).toEqual(tp11.map(({ code }) => code));
});

describe("AKS", () => {
  test("the Todo platform's cluster has no problem and room for what is reserved", () => {
    expect(checkAks(aks(), wanted)).toEqual([]);
  });

  test.each(aksMistakes)("%s is refused", (_title, change, problems) => {
    const spec = aks();
    change(spec);
    expect(told(checkAks(spec, wanted))).toEqual(problems);
  });
  test("nodes that suffice only after the autoscaler has started more are told so", () => {
    const spec: any = aks();
    spec.userPools[0].min = 1;
    expect(checkAks(spec, wanted)).toEqual([
      expect.objectContaining({ code: "TP1107", remedy: expect.stringContaining("autoscaler") }),
    ]);
  });
});

describe("DOKS", () => {
  test("the Todo platform's cluster has no problem and room for what is reserved", () => {
    expect(checkDoks(doks(), wanted, host)).toEqual([]);
  });

  test.each(doksMistakes)("%s is refused", (_title, change, problems) => {
    const spec = doks();
    change(spec);
    expect(told(checkDoks(spec, wanted, host))).toEqual(problems);
  });
});

test("what is reserved is counted with sidecars and replicas", () => {
  const parts = Object.fromEntries(
    reservationsOf(todoPlatform(targets.aks)).map(({ part, pods, cpu, memory }) => [part, [pods, cpu, memory]]),
  );
  expect(parts).toMatchObject({ "todo-backend": [3, 900, 1_152], "kafka brokers": [3, 1_500, 12_288] });
});

test("a host's record is its name in the domain", () => {
  expect([
    recordName(host, "example.com"),
    recordName("example.com", "example.com"),
    recordName(host, "ample.com"),
  ]).toEqual(["todo", "@", undefined]);
});

describe("a kubeconfig of DOKS", () => {
  const access = { clusterId: "c0ffee", endpoint: "https://c0ffee.k8s.example.com", certificateAuthority: "Q0E=" };
  const { users, clusters } = JSON.parse(doksKubeconfig(access));
  test("asks doctl for the token of its cluster and holds none", () => {
    expect(users).toEqual([
      {
        name: "doctl",
        user: {
          exec: {
            apiVersion: "client.authentication.k8s.io/v1beta1",
            command: "doctl",
            args: expect.arrayContaining(["exec-credential", "c0ffee"]),
            interactiveMode: "Never",
          },
        },
      },
    ]);
    expect(clusters[0].cluster).toEqual({
      server: "https://c0ffee.k8s.example.com",
      "certificate-authority-data": "Q0E=",
    });
  });
});

describe("public roots", () => {
  test("are those that sign for Azure's databases, and no others", () => {
    const roots = publicRoots(azureDatabaseRoots).split(/(?<=-----END CERTIFICATE-----\n)/);
    expect(roots.map((pem) => /CN=(.*)$/m.exec(new X509Certificate(pem).subject)?.[1])).toEqual(
      expect.arrayContaining([...azureDatabaseRoots]),
    );
    expect(roots).toHaveLength(azureDatabaseRoots.length);
  });
  test("that nobody knows are an error", () => {
    expect(() => publicRoots(["No Such Root"])).toThrow("has not all of No Such Root");
  });
});

describe("what a vault keeps of a Secret", () => {
  test.each([
    [{ key: "value" }, "value"],
    [{ username: "u", password: "p" }, '{"username":"u","password":"p"}'],
  ])("%o is %s", (values, text) => {
    expect(toVaultValue(values)).toBe(text);
  });
});
