import type { Policies, PolicyResource, ReportViolation, ResourceValidationArgs } from "@pulumi/policy";
import { fieldsOf, unknownValue, type Fields } from "./fields.ts";
import { kindOf, type Resource } from "./resource.ts";
import type { Context, Rule } from "./rule.ts";
import type { Settings } from "./settings.ts";
import { violationsIn } from "./violation.ts";

/** The rules as the SDK wants them. */
export const toPolicies = (rules: readonly Rule[], { exemptions, levelOf }: Settings): Policies => {
  const context: Context = { exemptions, stack: [], today: new Date().toISOString().slice(0, 10) };
  return rules.map((rule) => {
    const { name, refuses, severity, source } = rule;
    const policy = { name, description: refuses, severity, url: source, enforcementLevel: levelOf(rule) };
    return rule.needsStack
      ? { ...policy, validateStack: ({ resources }, report) => checkStack(rule, context, resources, report) }
      : { ...policy, validateResource: (resource, report) => checkOne(rule, context, resource, report) };
  });
};

const checkOne = (rule: Rule, context: Context, given: ResourceValidationArgs, report: ReportViolation): void => {
  if (!rule.kinds.includes(kindOf(given.type))) return;
  for (const { message } of violationsIn(rule, toResource(given), context)) report(message);
};

const checkStack = (rule: Rule, context: Context, given: PolicyResource[], report: ReportViolation): void => {
  const stack = given.map(toResource);
  for (const resource of stack)
    for (const { message, urn } of violationsIn(rule, resource, { ...context, stack })) report(message, urn);
};

/** Its properties are read when a rule asks for them: most rules look at few resources. */
const toResource = ({ type, urn, name, props, opts }: ResourceValidationArgs | PolicyResource): Resource => {
  let read: Fields | undefined;
  return {
    type,
    urn,
    name,
    isProtected: opts.protect,
    get props() {
      return (read ??= fieldsOf(plain(props)));
    },
  };
};

/** The SDK throws where a value is not known yet; a rule has more to say than that. */
const plain = (value: unknown): unknown => {
  if (typeof value !== "object" || value === null) return value;
  const members = Object.keys(value).map((key) => [key, plain(memberOf(value as Fields, key))] as const);
  return Array.isArray(value) ? members.map(([, member]) => member) : Object.fromEntries(members);
};

const memberOf = (fields: Fields, key: string): unknown => {
  try {
    return fields[key];
  } catch {
    return unknownValue;
  }
};
