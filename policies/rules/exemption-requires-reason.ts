import { isDay, type Exemption } from "../pack/exemption.ts";
import type { Finding, Rule } from "../pack/rule.ts";

const problemsOf = ({ rule, resource, reason, expires }: Exemption, today: string): readonly Finding[] => {
  const key = `exemption of ${resource || "no resource"} from ${rule || "no rule"}`;
  if (rule === "" || resource === "" || reason.trim() === "" || !isDay(expires))
    return [
      {
        key,
        problem: "does not count: it needs a rule, a resource, a reason and a last day such as 2030-06-30",
        remedy: "Complete it in exemptions.json or policies:exemptions.",
      },
    ];
  return expires < today
    ? [
        {
          key,
          problem: `ended on ${expires}`,
          remedy: "Mend the resource, or renew it with a reason that still holds.",
        },
      ]
    : [];
};

export const exemptionRequiresReason: Rule = {
  name: "exemption-requires-reason",
  refuses: "An exemption without a reason or a last day, or one that has ended.",
  why: "What is allowed for a while stays for ever unless somebody is asked again.",
  source: "https://www.pulumi.com/docs/iac/crossguard/best-practices/",
  severity: "high",
  kinds: ["pulumi:pulumi:Stack"],
  check: (_resource, { exemptions, today }) => exemptions.flatMap((exemption) => problemsOf(exemption, today)),
};
