// Reads a JSON answer from within the node's network.
import { text } from "node:stream/consumers";

const { url, headers } = JSON.parse(await text(process.stdin)) as { url: string; headers: Record<string, string> };
const response = await fetch(url, { headers });
if (!response.ok) throw new Error(`${url} answered ${response.status}`);
process.stdout.write(await response.text(), () => process.exit(0));
