import type { CheckDoc } from "./check-doc.ts";

/** Operators that the platform installs. */
export const tp10Operators: readonly CheckDoc[] = [
  {
    code: "TP1040",
    severity: "error",
    title: "A gateway's controller that the platform has no chart of",
    pain: "The Gateway is accepted and waits for ever: no controller answers for its class.",
    language: "ts",
    wrong: 'operators: "chart", gateway: { className: "nginx", … }',
    right: 'operators: "chart", gateway: { className: "traefik", … }   // or "envoy-gateway"',
  },
  {
    code: "TP1041",
    severity: "error",
    title: "Operators are installed for nothing",
    pain: "Somebody believes that the platform is watched or scales, and it does not.",
    language: "ts",
    wrong: 'operators: "chart"   // without observability, gateway or scaling by lag',
    right: 'operators: "chart", observability: { … }',
  },
];
