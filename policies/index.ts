import "./pack/read-once.ts";
import { Config } from "@pulumi/pulumi";
import { PolicyPack } from "@pulumi/policy";
import { readSettings } from "./pack/settings.ts";
import { toPolicies } from "./pack/to-policies.ts";
import { rules } from "./rules.ts";

/** The pack as the engine runs it, in a preview and in an `up`; how strict it is says the stack's config. */
const settings = readSettings(new Config("policies"));
new PolicyPack("todo-policies", { policies: toPolicies(rules, settings) });
