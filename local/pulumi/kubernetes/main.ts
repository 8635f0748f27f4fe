import { servePlugin } from "../rpc/serve-plugin.ts";
import { kubernetesProvider } from "./provider.ts";

servePlugin(kubernetesProvider("4.34.2"));
