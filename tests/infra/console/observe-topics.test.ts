import { describe, expect, test } from "vitest";
import { parseGroups } from "../../../infra/console/observe/consumer-groups.ts";
import { sumOf } from "../../../infra/console/observe/metrics-text.ts";
import { rateOf } from "../../../infra/console/observe/observe-topics.ts";

/** As Kafka 4.3 prints it. */
const printed = `
GROUP                  TOPIC        PARTITION  CURRENT-OFFSET  LOG-END-OFFSET  LAG  CONSUMER-ID     HOST        CLIENT-ID
audit-service          task-events  0          10              12              2    audit-service-1 /10.0.0.1   audit-service
audit-service          task-events  1          5               8               3    audit-service-1 /10.0.0.1   audit-service
audit-service          reminders    0          -               4               -    -               -           -

Consumer group 'event-service' has no active members.

GROUP                  TOPIC        PARTITION  CURRENT-OFFSET  LOG-END-OFFSET  LAG  CONSUMER-ID     HOST        CLIENT-ID
event-service          task-events  0          0               12              12   -               -           -
`;

describe("what is seen of topics", () => {
  test("the lag of a group on a topic is that of all its partitions", () => {
    expect(Object.fromEntries(parseGroups(printed))).toEqual({
      "audit-service task-events": 5,
      "audit-service reminders": 0,
      "event-service task-events": 12,
    });
  });

  test("a rate is what came since the earlier look, and nothing after a restart", () => {
    const at = (seconds: number, count: number) => ({ at: seconds * 1000, counts: new Map([["a t", count]]) });
    expect(rateOf("a t", at(10, 60), at(5, 10))).toBe(10);
    expect(rateOf("a t", at(10, 3), at(5, 10))).toBe(0);
    expect(rateOf("a t", at(10, 60), undefined)).toBe(0);
  });

  test("a metric is the sum of its series and none of a longer name", () => {
    const text = 'memory{a="1"} 2\nmemory{a="2"} 3\nmemory_limit 100\n# memory 7\n';
    expect([sumOf(text, "memory"), sumOf(text, "other")]).toEqual([5, undefined]);
  });
});
