/** One server-sent event with a name. */
export interface StreamEvent {
  readonly event: string;
  readonly data: unknown;
}

/** Takes the whole events off a stream's text; what is left over belongs to the next chunk. */
export function takeEvents(text: string): { events: StreamEvent[]; rest: string } {
  const blocks = text.split("\n\n");
  const rest = blocks.pop() ?? "";
  const events = blocks.flatMap((block) => {
    const fields = new Map(block.split("\n").map((line) => [line.split(": ", 1)[0], line.replace(/^[^:]*: ?/, "")]));
    const event = fields.get("event");
    return event ? [{ event, data: JSON.parse(fields.get("data") ?? "null") as unknown }] : [];
  });
  return { events, rest };
}
