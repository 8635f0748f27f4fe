import { recorder } from "../recorder/recorder.ts";
import { servePlugin } from "../rpc/serve-plugin.ts";
import { digitalOceanRules } from "./digital-ocean-rules.ts";

servePlugin(recorder("digitalocean", digitalOceanRules));
