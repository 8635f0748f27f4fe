import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readExemptions } from "../../policies/pack/exemption.ts";
import { rules } from "../../policies/rules.ts";
import { brokenGraph, exemptionsOf, groupedRules } from "./support/cases.ts";
import { evaluate } from "./support/evaluate.ts";
import { goodGraph } from "./support/good-graph.ts";
import { titleOf } from "../../policies/pack/resource.ts";
import type { Draft, Graph } from "./support/graph.ts";
import { createPackProject, type PackProject } from "./support/pack-project.ts";

const names = rules.map(({ name }) => name);

const today = new Date().toISOString().slice(0, 10);

const recorded = (graph: Graph): Draft[] =>
  graph.resources.filter(({ type }) => /^(azure-native|digitalocean):/.test(type));

describe("the pack in the real engine", () => {
  let pack: PackProject;
  beforeAll(async () => {
    pack = await createPackProject();
  });
  afterAll(() => pack.project.remove());

  test("runs every rule over a good stack, and has nothing to say", async () => {
    const { code, violations, ran } = await pack.run(["preview"], goodGraph().resources);
    expect(violations).toEqual([]);
    expect(code).toBe(0);
    expect(names.filter((name) => !ran.has(name))).toEqual([]);
  });

  test("refuses what breaks each rule, in its own words", async () => {
    const groups = groupedRules();
    expect(groups.flat().sort()).toEqual([...names].sort());
    for (const group of groups) {
      const { resources } = brokenGraph(group);
      const exemptions = exemptionsOf(group);
      const { code, violations } = await pack.run(["preview"], resources, { exemptions: JSON.stringify(exemptions) });
      expect(violations).toEqual(evaluate(resources, { exemptions, today }));
      expect(group.filter((name) => !violations.some((found) => found.startsWith(`${name}: `)))).toEqual([]);
      expect(code).not.toBe(0);
    }
  });

  // Before the `up`, after which it would be known.
  test("judges what is not known yet as there, and not as wrong", async () => {
    const graph = goodGraph();
    graph.props("Deployment todo/worker").spec.template.spec.containers[0].image = "<made>";
    graph.props("Secret todo/database").stringData.url = "<made>";
    graph.props("digitalocean:DatabaseCluster orders").privateNetworkUuid = "<made>";
    graph.props("Configuration todo/apps").spec.accessControl.defaultAction = "<made>";
    const { code, violations } = await pack.run(["preview"], graph.resources);
    expect([code, violations]).toEqual([0, []]);
  });

  test("judges objects whose namespace is not known yet, as on a cluster that is still to be made", async () => {
    const graph = goodGraph();
    graph.props("Component todo/nightly").spec.type = "bindings.smtp";
    graph.props("Component todo/archive").spec.ignoreErrors = true;
    for (const { props } of graph.resources)
      if (props.metadata?.namespace === "todo") props.metadata.namespace = "<made>";
    const exemption = {
      rule: "component-forbids-alpha",
      resource: "Component todo/nightly",
      reason: "There is no other.",
    };
    const exemptions = JSON.stringify([{ ...exemption, expires: "2999-12-31" }]);
    expect((await pack.run(["preview"], graph.resources, { exemptions })).violations).toEqual([
      "component-forbids-ignored-errors: Component */archive: spec.ignoreErrors is true, so an app starts without the component. Remove it, and give the component an initTimeout that its server needs.",
    ]);
  });

  test("stops an up before anything is created, and lets it go on when all is mended", async () => {
    const up = ["up", "--yes", "--skip-preview"];
    const database = (graph: Graph): Draft[] =>
      recorded(graph).filter(
        (resource) => titleOf(resource) === "digitalocean:DatabaseCluster orders" || /firewall/.test(resource.name),
      );
    const broken = goodGraph();
    broken.props("digitalocean:DatabaseCluster orders").nodeCount = 1;
    const refused = await pack.run(up, database(broken));
    expect(refused.violations).toEqual([
      "digitalocean-database-requires-standby: digitalocean:DatabaseCluster orders: nodeCount is below 2. Set it to 2 or more.",
    ]);
    expect(refused.code).not.toBe(0);
    expect((await pack.project.succeed(["stack", "--show-urns"])).output).not.toContain("databaseCluster");
    const mended = await pack.run(up, database(goodGraph()));
    expect([mended.code, mended.violations]).toEqual([0, []]);
    expect((await pack.project.succeed(["stack", "--show-urns"])).output).toContain("databaseCluster");
  });

  test("is milder in development: what matters little is shown, what is meant so is not", async () => {
    const graph = goodGraph();
    graph.props("Service todo/api").spec.type = "NodePort";
    graph.props("Configuration todo/apps").spec.metric.enabled = false;
    const message = "configuration-requires-metrics: Configuration todo/apps: spec.metric.enabled is false. Remove it.";
    const mild = await pack.run(["preview"], graph.resources, { environment: "development" });
    expect([mild.code, mild.violations]).toEqual([0, [message]]);
    const strict = await pack.run(["preview"], graph.resources);
    expect(strict.code).not.toBe(0);
    expect(strict.events.map(({ policyName, enforcementLevel }) => [policyName, enforcementLevel]).sort()).toEqual([
      ["configuration-requires-metrics", "mandatory"],
      ["service-forbids-node-ports", "mandatory"],
    ]);
  });

  test("lets pass what is exempt for now, and says of what no longer is since when", async () => {
    const graph = goodGraph();
    graph.props("Service todo/api").spec.type = "NodePort";
    graph.props("Service todo/web").spec.type = "NodePort";
    const exempt = (resource: string, expires: string) => ({
      rule: "service-forbids-node-ports",
      resource,
      reason: "Until the gateway is there.",
      expires,
    });
    const given = [exempt("Service todo/a*", "2999-12-31"), exempt("Service todo/web", "2020-01-31")];
    const { violations } = await pack.run(["preview"], graph.resources, { exemptions: JSON.stringify(given) });
    expect(violations).toEqual([
      "exemption-requires-reason: pulumi:pulumi:Stack engine-test-test: exemption of Service todo/web from service-forbids-node-ports ended on 2020-01-31. Mend the resource, or renew it with a reason that still holds.",
      "service-forbids-node-ports: Service todo/web: spec.type is NodePort. Use ClusterIP behind a Gateway. Its exemption ended on 2020-01-31.",
    ]);
    expect(violations).toEqual(evaluate(graph.resources, { exemptions: readExemptions(given), today }));
  });

  test("refuses an environment that it does not know, without a stack trace", async () => {
    const { code, output } = await pack.project.pulumi([
      "preview",
      "--policy-pack",
      `${process.cwd()}/policies`,
      "--config",
      "policies:environment=prod",
    ]);
    expect(code).not.toBe(0);
    expect(output).toContain(
      "policies:environment: prod is no environment of the policy pack. Use one of production, development: pulumi config set policies:environment production",
    );
    expect(output).not.toMatch(/\n\s+at /);
  });
});
