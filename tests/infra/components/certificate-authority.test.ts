import { describe, expect, test } from "vitest";
import { CertificateAuthority } from "../../../infra/components/certificate-authority.ts";
import type { CaGenerations } from "../../../infra/model/ca-generations.ts";
import { record, type Recorded } from "./record.ts";

const issued = async (generations?: CaGenerations): Promise<{ graph: Recorded[]; trusted: string }> => {
  let trusted = "";
  const graph = await record({}, async () => {
    const authority = new CertificateAuthority("ca", { validityDays: 3650, generations });
    authority.issue("kafka", ["kafka.kafka.svc"]);
    await new Promise<void>((resolve) =>
      authority.certificate.apply((certificate) => {
        trusted = certificate;
        resolve();
      }),
    );
  });
  return { graph, trusted };
};
const signer = (graph: Recorded[]): unknown => {
  const { inputs } = graph.find(({ name }) => name === "ca-kafka-certificate") ?? {};
  return [inputs?.caCertPem, inputs?.caPrivateKeyPem];
};
const by = (name: string) => [`<${name}-certificate.certPem>`, { secret: `<${name}-key.privateKeyPem>` }];
const namesOf = (graph: Recorded[]): string[] => graph.map(({ name }) => name).sort();

describe("the platform's CA, rotated", () => {
  test("has one key that is named without a number, before", async () => {
    const { graph, trusted } = await issued();
    expect(namesOf(graph)).toEqual([
      "ca",
      "ca-certificate",
      "ca-kafka-certificate",
      "ca-kafka-key",
      "ca-kafka-request",
      "ca-key",
    ]);
    expect([trusted, signer(graph)]).toEqual(["<ca-certificate.certPem>", by("ca")]);
    expect((await issued({ signing: 1, trusted: [1] })).graph).toEqual(graph);
  });

  test("first lets everybody believe the new key, and signs by the old one", async () => {
    const { graph, trusted } = await issued({ signing: 1, trusted: [1, 2] });
    expect([trusted, signer(graph)]).toEqual(["<ca-2-certificate.certPem><ca-certificate.certPem>", by("ca")]);
  });

  test("then signs by the new one, for the same keys of servers", async () => {
    const { graph, trusted } = await issued({ signing: 2, trusted: [1, 2] });
    expect([trusted, signer(graph)]).toEqual(["<ca-2-certificate.certPem><ca-certificate.certPem>", by("ca-2")]);
    expect(namesOf(graph)).toContain("ca-kafka-key");
  });

  test("then lets nobody believe the old one, whose key is gone", async () => {
    const { graph, trusted } = await issued({ signing: 2, trusted: [2] });
    expect([trusted, signer(graph)]).toEqual(["<ca-2-certificate.certPem>", by("ca-2")]);
    expect(namesOf(graph)).not.toContain("ca-key");
  });
});
