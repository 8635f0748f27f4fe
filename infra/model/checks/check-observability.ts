import { defaultThresholds } from "../alerts/alert-thresholds.ts";
import type { PlatformSpec } from "../platform-spec.ts";
import type { Problem } from "../problems.ts";
import { toMilliseconds, type Duration } from "../units.ts";
import { error, warning } from "./error.ts";

const minute = 60_000;
/** The longest window of a service level's burn rate. */
const longestWindow = 72 * 60 * minute;

const shortest = (one: Duration, other: Duration = one): Duration =>
  toMilliseconds(other) < toMilliseconds(one) ? other : one;

/** Whether what is measured is measured often enough, kept long enough, and found at all. */
export const checkObservability = ({ observability, dapr }: PlatformSpec): Problem[] => {
  if (observability === undefined) return [];
  const { labels, scrapeInterval, prometheus, alerts } = observability;
  const problems: Problem[] = [];
  const down = shortest(alerts?.sidecarDown ?? defaultThresholds.sidecarDown, alerts?.patience);
  if (toMilliseconds(scrapeInterval) > Math.min(minute, toMilliseconds(down) / 2))
    problems.push(
      error(
        "TP1001",
        "observability.scrapeInterval",
        scrapeInterval,
        `is too seldom: rates look back five minutes, and DaprSidecarDown waits ${down}`,
        "Scrape at least every minute, and twice within alerts.sidecarDown.",
      ),
    );
  if (Object.keys(labels).length === 0)
    problems.push(
      error(
        "TP1002",
        "observability.labels",
        labels,
        "picks nothing apart: a Prometheus without a selector takes up every monitor of the cluster",
        'Use the labels that your Prometheus asks for, such as { release: "prometheus" }.',
      ),
    );
  if (prometheus && toMilliseconds(prometheus.retention) < longestWindow)
    problems.push(
      error(
        "TP1003",
        "observability.prometheus.retention",
        prometheus.retention,
        "is shorter than the three days over which a slow burn is told",
        "Keep samples for at least 72h.",
      ),
    );
  if (prometheus?.replicas === 1 && dapr.highAvailability)
    problems.push(
      warning(
        "TP1004",
        "observability.prometheus.replicas",
        1,
        "while it restarts nobody hears of anything",
        "Run two, or set dapr.highAvailability to false for development.",
      ),
    );
  return problems;
};
