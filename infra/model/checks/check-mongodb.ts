import { mongodbState } from "../mongodb.ts";
import type { PlatformSpec } from "../platform-spec.ts";
import type { Problem } from "../problems.ts";
import { serverProblems } from "./server-problems.ts";

/** The MongoDB server: components speak to it and to its database. */
export const checkMongodb = (platform: PlatformSpec): Problem[] => {
  const { mongodb } = platform;
  if (mongodb === undefined) return [];
  return serverProblems(platform, {
    key: "mongodb",
    title: "MongoDB",
    kind: mongodb.kind,
    type: "state.mongodb",
    expected: mongodbState(mongodb),
    maker: "mongodbState(mongodb)",
    fields: ["connectionString", "host", "server", "username", "password", "databaseName"],
    code: "TP0436",
  });
};
