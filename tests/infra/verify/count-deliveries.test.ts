import { expect, test } from "vitest";
import { countDeliveries } from "../../../infra/verify/count-deliveries.ts";

const single = (status: string, topic: string, count: number): string =>
  `dapr_component_pubsub_ingress_count{app_id="a",component="kafka-pubsub",process_status="${status}",status="${status}",topic="${topic}"} ${count}`;
const bulk = (status: string, topic: string, count: number): string =>
  `dapr_component_pubsub_ingress_bulk_event_count{app_id="a",component="pubsubName",process_status="${status}",topic="${topic}"} ${count}`;

test("acknowledged events are counted, single and in bulk, of the one topic", () => {
  const metrics = [
    "# TYPE dapr_component_pubsub_ingress_count counter",
    single("success", "task-events", 3),
    single("retry", "task-events", 5),
    single("success", "task-events-dead-letter", 7),
    bulk("SUCCESS", "task-events", 2),
    bulk("RETRY", "task-events", 11),
    'dapr_component_pubsub_ingress_bulk_count{app_id="a",process_status="",topic="task-events"} 13',
    "",
  ].join("\n");
  expect(countDeliveries(metrics, "task-events")).toBe(5);
  expect(countDeliveries(metrics, "reminders")).toBe(0);
});
