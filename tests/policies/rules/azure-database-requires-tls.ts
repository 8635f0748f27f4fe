import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "connections without TLS",
    (graph) => {
      graph.props("dbforpostgresql:Configuration transport").value = "off";
    },
    [
      "azure-database-requires-tls: dbforpostgresql:Configuration transport: value sets require_secure_transport to off. Remove the parameter: the server's default asks for TLS 1.2.",
    ],
  ),
  broken(
    "an old TLS",
    (graph) => {
      Object.assign(graph.props("dbforpostgresql:Configuration transport"), {
        configurationName: "ssl_min_protocol_version",
        value: "TLSv1.1",
      });
    },
    [
      "azure-database-requires-tls: dbforpostgresql:Configuration transport: value sets ssl_min_protocol_version to TLSv1.1. Remove the parameter: the server's default asks for TLS 1.2.",
    ],
  ),
];
