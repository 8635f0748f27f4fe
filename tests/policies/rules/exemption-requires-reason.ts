import { broken } from "../support/broken.ts";

const exemption = {
  rule: "service-forbids-node-ports",
  resource: "Service todo/old",
  reason: "Goes with the old page.",
  expires: "2027-03-31",
};

export const cases = [
  broken(
    "an exemption without a reason",
    () => undefined,
    [
      "exemption-requires-reason: pulumi:pulumi:Stack engine-test-test: exemption of Service todo/old from service-forbids-node-ports does not count: it needs a rule, a resource, a reason and a last day such as 2030-06-30. Complete it in exemptions.json or policies:exemptions.",
    ],
    [{ ...exemption, reason: " " }],
  ),
  broken(
    "a last day that does not exist",
    () => undefined,
    [
      "exemption-requires-reason: pulumi:pulumi:Stack engine-test-test: exemption of Service todo/old from service-forbids-node-ports does not count: it needs a rule, a resource, a reason and a last day such as 2030-06-30. Complete it in exemptions.json or policies:exemptions.",
    ],
    [{ ...exemption, expires: "2027-02-30" }],
  ),
  broken(
    "an exemption that has ended",
    () => undefined,
    [
      "exemption-requires-reason: pulumi:pulumi:Stack engine-test-test: exemption of Service todo/old from service-forbids-node-ports ended on 2026-11-30. Mend the resource, or renew it with a reason that still holds.",
    ],
    [{ ...exemption, expires: "2026-11-30" }],
  ),
];
