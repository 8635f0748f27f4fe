import type { Inputs } from "@pulumi/pulumi";
import type { TaskPlatform } from "../components/task-platform.ts";
import { operatorsPageForward } from "../model/operators-page/operators-page.ts";
import type { Platform } from "../model/platform.ts";

/** How the operators' page is reached, where the stack has it as a pod. */
export const operatorsPageOutput = (platform: Platform, { operatorsPageToken: token }: TaskPlatform): Inputs =>
  token === undefined ? {} : { operatorsPage: { forward: operatorsPageForward(platform), token } };
