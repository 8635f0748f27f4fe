import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startNotificationService } from "./service-under-test.ts";
import type { ServiceUnderTest } from "./service-under-test.ts";

let service: ServiceUnderTest;

beforeAll(async () => {
  service = await startNotificationService();
});
afterAll(() => service.stop());
beforeEach(() => service.reset());

describe("a notification that an app sends", () => {
  const sent = { user_id: "ann", title: "Hello", message: "You are <b>welcome</b>", method: "email" };
  const correlation = { "x-correlation-id": "click-9" };

  test("stands in the page and goes by its method; a repeated call adds nothing to the page", async () => {
    const first = await service.post("/send-notification", sent, correlation);
    const second = await service.post("/send-notification", sent, correlation);
    expect([first.status, second]).toEqual([202, first]);
    expect(await service.list("ann")).toMatchObject([
      { event_type: "notification.sent", title: "Hello", message: sent.message },
    ]);
    expect(service.sidecar.bindings[0]).toMatchObject({
      data: expect.stringContaining("<p>You are &lt;b&gt;welcome&lt;/b&gt;</p>"),
      metadata: { emailTo: "ann@example.org", subject: "Hello" },
    });
  });

  test("stands in the page only, when no method is named", async () => {
    expect((await service.post("/send-notification", { user_id: "ann", message: "Hi" })).status).toBe(202);
    expect(await service.list("ann")).toMatchObject([{ title: "", message: "Hi" }]);
    expect(service.sidecar.bindings).toEqual([]);
  });

  test("is answered 500 while its provider fails, so that the app may call again", async () => {
    service.sidecar.down.add("bindings");
    expect((await service.post("/send-notification", sent, correlation)).status).toBe(500);
    service.sidecar.down.clear();
    expect((await service.post("/send-notification", sent, correlation)).status).toBe(202);
    expect(await service.list("ann")).toHaveLength(1);
  });
});
