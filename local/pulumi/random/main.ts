import { servePlugin } from "../rpc/serve-plugin.ts";
import { randomProvider } from "./provider.ts";

servePlugin(randomProvider("4.21.2"));
