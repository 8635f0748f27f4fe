import { join } from "node:path";
import { debianRootDir } from "../toolchain/debian-root.ts";
import { programPath } from "../toolchain/ensure-tools.ts";
import { versions } from "../versions.ts";
import { accounts, PATH, type ImageRecipe } from "./recipes.ts";

const { publishedImages: references } = versions;

/** A server whose image a cluster gets only when a stack asks for it. */
export type ServerName = "redis" | "etcd" | "rabbitmq" | "vault";

const busybox = join(debianRootDir("node"), "bin/busybox");
const shellTools = ["sh", "cat", "mkdir", "rm", "sha256sum", "sleep", "touch"];

/** Images of servers that a stack may choose: made when the first stack does, never by a start without them. */
export const serverRecipes = (): Readonly<Record<ServerName, ImageRecipe>> => ({
  redis: {
    reference: references.redis,
    tools: [],
    root: "redis",
    files: accounts("redis", 999, "/data"),
    config: { User: "999:999", Env: [PATH], WorkingDir: "/data", Cmd: ["redis-server"] },
  },
  etcd: {
    reference: references.etcd,
    tools: ["etcd"],
    copy: { "/usr/local/bin/etcd": programPath("etcd", "etcd") },
    files: accounts("nonroot", 65_532, "/"),
    config: { Env: [PATH], WorkingDir: "/", Cmd: ["/usr/local/bin/etcd"] },
  },
  rabbitmq: {
    reference: references.rabbitmq,
    tools: [],
    root: "rabbitmq",
    files: accounts("rabbitmq", 999, "/var/lib/rabbitmq"),
    config: {
      User: "999:999",
      // Debian's own wrapper on the path would change the user first.
      Env: [PATH.replace("PATH=", "PATH=/usr/lib/rabbitmq/bin:"), "LANG=C.UTF-8"],
      WorkingDir: "/var/lib/rabbitmq",
      Cmd: ["rabbitmq-server"],
    },
  },
  vault: {
    reference: references.vault,
    tools: ["vault"],
    copy: {
      "/bin/vault": programPath("vault", "vault"),
      ...Object.fromEntries(shellTools.map((tool) => [`/bin/${tool}`, busybox])),
    },
    files: accounts("vault", 100, "/home/vault"),
    config: { User: "100:1000", Env: [PATH], WorkingDir: "/", Cmd: ["vault"] },
  },
});
