import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "an address without TLS",
    (graph) => {
      graph.props("Secret todo/database").stringData.url =
        "postgresql://api:not-a-password@db:5432/todo?sslmode=prefer";
    },
    [
      'secret-requires-database-tls: Secret todo/database: stringData["url"] is an address without TLS. Add sslmode=verify-full (PostgreSQL) or tls=true (MongoDB), or use rediss:// or amqps://.',
    ],
  ),
  broken(
    "one in base64",
    (graph) => {
      graph.props("Secret todo/database").data = {
        cache: Buffer.from("redis://:not-a-password@redis:6379").toString("base64"),
      };
    },
    [
      'secret-requires-database-tls: Secret todo/database: data["cache"] is an address without TLS. Add sslmode=verify-full (PostgreSQL) or tls=true (MongoDB), or use rediss:// or amqps://.',
    ],
  ),
];
