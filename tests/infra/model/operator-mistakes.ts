import { soundGateway } from "./gateway-mistakes.ts";

/** Mistakes in who installs the operators, as in mistakes.ts. */
export const operatorMistakes: [
  title: string,
  change: (platform: any) => void,
  problems: [code: string, path: string][],
][] = [
  ["operators that are installed for nothing", (p) => (p.operators = "chart"), [["TP1041", "operators"]]],
  [
    "a class of which no chart is known",
    (p) => {
      p.operators = "chart";
      p.gateway = { ...soundGateway, className: "treafik" };
    },
    [["TP1040", "gateway.className"]],
  ],
  [
    "an archived controller that is to be installed",
    (p) => {
      p.operators = "chart";
      p.gateway = { ...soundGateway, kind: "ingress-nginx", className: "nginx", hsts: undefined };
      p.suppressions = [{ code: "TP1026", path: "gateway.kind", reason: "a test of who installs it" }];
    },
    [["TP1040", "gateway.kind"]],
  ],
];
