import { createHash } from "node:crypto";
import type { Mark } from "../../graph/svg.ts";
import { html, type Html } from "./html.ts";

/** Size of the graph's picture, in pixels. */
export interface GraphPicture {
  readonly width: number;
  readonly height: number;
}

/** Changes with the marks, so that a browser asks for the picture only when it differs. */
const version = (marks: ReadonlyMap<string, Mark>): string =>
  createHash("sha256")
    .update(JSON.stringify([...marks]))
    .digest("hex")
    .slice(0, 12);

const told = (marks: ReadonlyMap<string, Mark>): string => {
  const bad = [...marks].filter(([, { good }]) => !good).map(([id, { said }]) => `${id.replace(":", " ")}, ${said}`);
  if (marks.size === 0) return "Their state is not known yet.";
  return bad.length === 0 ? "All is well." : `Not well: ${bad.join("; ")}.`;
};

/** The platform's graph, with how its apps and topics do. */
export const graphPanel = ({ width, height }: GraphPicture, marks: ReadonlyMap<string, Mark>): Html =>
  html`<section id="graph" aria-labelledby="graph-title">
    <h2 id="graph-title">Graph</h2>
    <details id="graph-picture" open>
      <summary>who talks to whom</summary>
      <div class="graph" tabindex="0" role="group" aria-label="Graph: picture">
        <img
          src="/graph.svg?${version(marks)}"
          alt="Apps, topics, stores and schedules, and who talks to whom. ${told(marks)}"
          width="${width}"
          height="${height}"
        />
      </div>
    </details>
  </section>`;
