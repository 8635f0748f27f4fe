import { recorder } from "../recorder/recorder.ts";
import { servePlugin } from "../rpc/serve-plugin.ts";
import { azureRules } from "./azure-rules.ts";

servePlugin(recorder("azure-native", azureRules));
