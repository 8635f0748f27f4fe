import type {
  Observed,
  ObservedApp,
  ObservedCertificate,
  ObservedDeadLetter,
  ObservedPod,
  ObservedTopic,
  ObservedTrace,
} from "../observation.ts";
import type { Problem } from "../../model/problems.ts";
import { html, type Html } from "./html.ts";
import { toMarks } from "../health.ts";
import { graphPanel, type GraphPicture } from "./graph-panel.ts";
import { section, table } from "./section.ts";
import { bytes, span } from "./words.ts";

/** Days before its end from which a certificate is shown as a problem. */
const soonDays = 30;

const state = (good: boolean, text: string): Html => html`<span class="${good ? "good" : "bad"}">${text}</span>`;

const list = (id: string, summary: string, items: readonly string[]): Html =>
  html`<details id="${id}">
    <summary>${items.length} ${summary}</summary>
    <ul>
      ${items.map((item) => html`<li>${item}</li>`)}
    </ul>
  </details>`;

const podRow = (app: string, pod: ObservedPod): Html =>
  html`<tr>
    <th scope="row">${app}</th>
    <td>${pod.name}</td>
    <td>${state(pod.ready, pod.ready ? "ready" : pod.reason || "not ready")}</td>
    <td>${pod.restarts}</td>
    <td>${pod.dapr ?? "?"}</td>
    <td>${bytes(pod.appMemory)}</td>
    <td>${bytes(pod.sidecarMemory)}</td>
    <td>
      ${list(`components-${pod.name}`, "components", pod.components)}${list(`subscriptions-${pod.name}`, "subscriptions", pod.subscriptions)}
    </td>
  </tr>`;

const appRows = ({ app, wanted, pods }: ObservedApp): Html[] =>
  pods.length === 0
    ? [
        html`<tr>
          <th scope="row">${app}</th>
          <td colspan="7">${state(false, `no pod, ${wanted} wanted`)}</td>
        </tr>`,
      ]
    : pods.map((pod) => podRow(app, pod));

const appsTable = (apps: readonly ObservedApp[]): Html =>
  table(
    "Apps and sidecars",
    ["app", "pod", "state", "restarts", "Dapr", "app memory", "sidecar memory", "loaded"],
    apps.flatMap(appRows),
  );

const problemList = (problems: readonly Problem[]): Html =>
  problems.length === 0
    ? html`<p>${state(true, "Everything is as the model says.")}</p>`
    : html`<ul class="problems">
        ${problems.map(
          ({ code, path, message, remedy }) =>
            html`<li><code>${code}</code> <strong>${path}</strong>: ${message}<br />→ ${remedy}</li>`,
        )}
      </ul>`;

const topicRows = ({ topic, groups, deadLetters }: ObservedTopic): Html[] =>
  groups.map(
    ({ group, lag, rate }) =>
      html`<tr>
        <th scope="row">${topic}</th>
        <td>${group}</td>
        <td>${rate.toFixed(1)}/s</td>
        <td>${lag ?? "?"}</td>
        <td>${deadLetters === 0 ? html`0` : state(false, String(deadLetters))}</td>
      </tr>`,
  );

const topicsTable = (topics: readonly ObservedTopic[]): Html =>
  table("Topics", ["topic", "subscriber", "rate", "lag", "dead letters"], topics.flatMap(topicRows));

const letterRow =
  (mayReplay: boolean) =>
  (letter: ObservedDeadLetter): Html =>
    html`<tr>
      <td>${letter.id}</td>
      <td>${letter.topic}</td>
      <td>${letter.type}</td>
      <td>${letter.at}</td>
      <td>
        ${
          mayReplay
            ? html`<button type="button" data-replay="${letter.id}">Replay</button>`
            : html`todo-platform dlq replay ${letter.id}`
        }
      </td>
    </tr>`;

const lettersTable =
  (mayReplay: boolean) =>
  (letters: readonly ObservedDeadLetter[]): Html =>
    letters.length === 0
      ? html`<p>${state(true, "There are none.")}</p>`
      : table("Dead letters", ["id", "topic", "event", "came", "replay"], letters.map(letterRow(mayReplay)));

const certificateRow =
  (now: number) =>
  ({ namespace, place, subject, expires }: ObservedCertificate): Html => {
    const left = Date.parse(expires) - now;
    const text = left <= 0 ? "expired" : `in ${span(left)}`;
    return html`<tr>
      <td>${namespace}</td>
      <td>${place}</td>
      <td>${subject}</td>
      <td>${expires}</td>
      <td>${state(left > soonDays * 86_400_000, text)}</td>
    </tr>`;
  };

const traceRow = (trace: ObservedTrace): Html =>
  html`<tr>
    <td>${trace.at}</td>
    <td>${state(!trace.failed, trace.failed ? "failed" : "ok")}</td>
    <td>${trace.name}</td>
    <td>${trace.milliseconds} ms</td>
    <td>${trace.services.join(" → ")}</td>
    <td><code>${trace.id}</code></td>
  </tr>`;

/** What the panels are drawn with. */
export interface PanelOptions {
  /** In milliseconds since 1970. */
  readonly now: number;
  readonly mayReplay: boolean;
  readonly graph: GraphPicture;
}

/** What of the page changes: problems first. */
export const panels = (observed: Observed, { now, mayReplay, graph }: PanelOptions): Html => html`
  ${section("problems", "Problems", observed.problems, now, problemList)}${graphPanel(graph, toMarks(observed))}
  ${section("apps", "Apps and sidecars", observed.apps, now, appsTable)}
  ${section("topics", "Topics", observed.topics, now, topicsTable)}
  ${section("dead-letters", "Dead letters", observed.deadLetters, now, lettersTable(mayReplay))}
  ${section("certificates", "Certificates", observed.certificates, now, (all) =>
    table("Certificates", ["namespace", "Secret", "subject", "ends", "left"], all.map(certificateRow(now))),
  )}
  ${section("traces", "Recent traces", observed.traces, now, (all) =>
    all.length === 0
      ? html`<p>None in the last hour.</p>`
      : table("Recent traces", ["at", "state", "name", "took", "services", "id"], all.map(traceRow)),
  )}
`;
