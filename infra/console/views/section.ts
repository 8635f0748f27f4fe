import type { Look } from "../observation.ts";
import { html, type Html } from "./html.ts";
import { ago } from "./words.ts";

/** A part of the page: what was last seen, how old it is when that is no longer new, and why. */
export const section = <Value>(
  id: string,
  title: string,
  look: Look<Value>,
  now: number,
  body: (value: Value) => Html,
): Html => {
  const { value, at, error } = look;
  const note =
    error === undefined
      ? html``
      : html`<p class="stale" role="status">
          Cannot be read now: ${error}. ${at === undefined ? "" : `Seen ${ago(at, now)}.`}
        </p>`;
  const content = value === undefined ? (error === undefined ? html`<p>Looking …</p>` : html``) : body(value);
  return html`<section id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    ${note}${content}
  </section>`;
};

/** A table with a caption for those who do not see it. */
export const table = (caption: string, heads: readonly string[], rows: readonly Html[]): Html =>
  html`<div class="scroll" tabindex="0" role="group" aria-label="${caption}: table">
    <table>
      <caption class="hidden">
        ${caption}
      </caption>
      <thead>
        <tr>
          ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
