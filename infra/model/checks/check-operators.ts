import { chartedClasses } from "../operators/operator-charts.ts";
import { remedyForName } from "../names.ts";
import type { PlatformSpec } from "../platform-spec.ts";
import type { Problem } from "../problems.ts";
import { scalesByLag } from "../scaling/scaling.ts";
import { error } from "./error.ts";

/** Whether the operators that are to be installed are ones that the platform has charts of, and are for something. */
export const checkOperators = ({ operators, gateway, observability, services }: PlatformSpec): Problem[] => {
  if (operators !== "chart") return [];
  if (gateway === undefined && observability === undefined && !scalesByLag(services))
    return [
      error(
        "TP1041",
        "operators",
        operators,
        "installs nothing: no part of the platform needs an operator",
        "Switch observability, gateway or the scaling of a service by lag on, or leave it out.",
      ),
    ];
  if (gateway === undefined) return [];
  if (gateway.kind === "ingress-nginx")
    return [
      error(
        "TP1040",
        "gateway.kind",
        gateway.kind,
        "is archived, and is not installed anew",
        'Use "gateway-api", or operators "existing" with the controller that is there.',
      ),
    ];
  if (Object.hasOwn(chartedClasses, gateway.className)) return [];
  return [
    error(
      "TP1040",
      "gateway.className",
      gateway.className,
      "is no class of a controller that the platform installs",
      remedyForName(gateway.className, Object.keys(chartedClasses), "classes"),
    ),
  ];
};
