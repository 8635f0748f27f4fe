import { error, warning } from "../../checks/error.ts";
import { goMilliseconds } from "../kinds/go-duration.ts";
import type { Problem } from "../../problems.ts";
import { at, has, isType, literal, type Rule, type RuleInput } from "./rule.ts";

const types = [
  "state.postgresql",
  "state.postgres",
  "state.cockroachdb",
  "state.yugabyte",
  "state.yugabytedb",
  "configuration.postgresql",
  "bindings.postgresql",
];

/** What a connection string is built from. Source: components-contrib common/authentication/postgresql/metadata.go. */
const parts = ["connectionString", "host", "hostaddr", "port", "database", "user", "password", "sslRootCert"];

const noAddress = (input: RuleInput): Problem[] =>
  parts.some((name) => has(input, name))
    ? []
    : [
        error(
          "TP0806",
          `${input.path}.metadata`,
          input.entry.type,
          "says nothing about the database to connect to",
          "Add connectionString as secretKeyRef, or host, user, database and password.",
        ),
      ];

const seconds = (value: string): number => (/^\d+$/.test(value) ? Number(value) : goMilliseconds(value) / 1000);

/** Source: components-contrib state/postgresql/v2/metadata.go, common/authentication/postgresql/metadata.go. */
const limits = (input: RuleInput): Problem[] => {
  const timeout = literal(input, "timeout");
  const maxConns = literal(input, "maxConns");
  const problems: Problem[] = [];
  if (timeout !== undefined && seconds(timeout) < 1)
    problems.push(error("TP0807", at(input, "timeout"), timeout, "is below the least, 1s", 'Write at least "1s".'));
  if (maxConns !== undefined && Number(maxConns) <= 1)
    problems.push(
      warning(
        "TP0807",
        at(input, "maxConns"),
        maxConns,
        "is not read: a pool has at least 2 connections, and otherwise the driver's own number",
        'Write "2" or more, or remove it.',
      ),
    );
  return problems;
};

/** Rules of the PostgreSQL family. */
export const postgresRules: Rule = (input) => (isType(input, ...types) ? [...noAddress(input), ...limits(input)] : []);
