import { z } from "zod";
import { UserError } from "../../local/user-error.ts";
import { openCluster } from "../cluster-view.ts";
import type { Command } from "../command.ts";
import { requireRunning } from "../running.ts";
import { localPlatform } from "../stack.ts";

const page = z.object({
  messages: z.array(
    z.looseObject({
      channel: z.string(),
      to: z.array(z.string()),
      subject: z.string(),
      text: z.string(),
      html: z.string(),
      received_at: z.string(),
    }),
  ),
});
type Message = z.infer<typeof page>["messages"][number];

const characters: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', "#39": "'", amp: "&" };

/** A mail of HTML only is shown without its tags. */
const plain = ({ text, html }: Message): string =>
  (text || html.replace(/<[^>]*>/g, "\n").replace(/\s*\n\s*/g, "\n"))
    .replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => characters[name] ?? "")
    .trim();

const shown = (message: Message): string => {
  const { received_at, channel, to, subject } = message;
  const lines = plain(message).split("\n");
  const head = `${received_at}  ${channel} to ${to.join(", ")}: ${subject}`;
  return [head, ...lines.map((line) => `    ${line}`)].join("\n");
};

const noSink = (): UserError =>
  new UserError([
    {
      code: "no-sink",
      severity: "error",
      message: "the message sink does not run",
      remedy: "Start the platform: npm start",
    },
  ]);

export const messagesCommand: Command = {
  usage: "[--to RECEIVER] [--channel mail|push] [--cluster NAME] [--json]",
  summary: "Show the emails and push messages that the platform has sent.",
  details: "On development targets they go to a sink in the cluster, which keeps the last 1,000, and to nobody else.",
  options: { to: { type: "string" }, channel: { type: "string" } },
  run: async ({ cluster, options }) => {
    await requireRunning(cluster);
    const { messageSink: sink, namespace } = localPlatform(cluster);
    await using view = openCluster(cluster, namespace);
    const url = sink && (await view.address(namespace, `app.kubernetes.io/name=${sink.name}`, sink.httpPort));
    if (url === undefined) throw noSink();
    const query = new URLSearchParams();
    for (const name of ["to", "channel"]) {
      const value = options[name];
      if (typeof value === "string") query.set(name, value);
    }
    const answer = await fetch(`${url}/messages?${query}`, { headers: { connection: "close" } });
    const { messages } = page.parse(await answer.json());
    const text = messages.length === 0 ? "No message was sent." : messages.map(shown).join("\n");
    return { ok: true, problems: [], data: { messages }, text };
  },
};
