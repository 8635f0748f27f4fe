import { servePlugin } from "../rpc/serve-plugin.ts";
import { image } from "./image.ts";

servePlugin({
  version: "0.0.22",
  kind(type) {
    if (type === "docker-build:index:Image") return image;
    throw new Error(`${type} is not offered by the bundled docker-build provider; use the published one`);
  },
});
