import { servePlugin } from "../rpc/serve-plugin.ts";
import { tlsProvider } from "./provider.ts";

servePlugin(tlsProvider("5.6.1"));
