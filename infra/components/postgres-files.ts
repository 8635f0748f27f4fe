import { checksum } from "../model/checksum.ts";
import type { DatabaseOwner, PlainDatabaseSpec } from "../model/database.ts";

/** User of the published PostgreSQL image. */
export const postgresUser = 999;

/** Folder of the Job with one file per role, its content the password. */
export const rolePasswordsPath = "/etc/postgres-roles";

const serverConf = (database: PlainDatabaseSpec): string => `listen_addresses = '*'
max_connections = ${database.maxConnections}
password_encryption = 'scram-sha-256'
ssl = on
ssl_cert_file = '/etc/postgres-credentials/tls.crt'
ssl_key_file = '/etc/postgres-credentials/tls.key'
ssl_min_protocol_version = 'TLSv1.2'
hba_file = '/etc/postgres-config/pg_hba.conf'
unix_socket_directories = '/var/run/postgresql'
shared_buffers = '64MB'
log_destination = 'stderr'
logging_collector = off
`;

// No line without TLS: a plain connection finds no rule and is refused.
const hba = `local   all all                scram-sha-256
hostssl all all 0.0.0.0/0      scram-sha-256
hostssl all all ::/0           scram-sha-256
`;

const start = `set -eu
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  rm -rf "$PGDATA.new"
  initdb --pgdata="$PGDATA.new" --username=postgres --pwfile=/etc/postgres-credentials/password \\
    --auth=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8
  mv "$PGDATA.new" "$PGDATA"
fi
exec postgres -D "$PGDATA" -c config_file=/etc/postgres-config/postgresql.conf
`;

/** The server's files, by name. */
export const postgresFiles = (database: PlainDatabaseSpec): Record<string, string> => ({
  "postgresql.conf": serverConf(database),
  "pg_hba.conf": hba,
  "start.sh": start,
});

/** Changes when the files do, so that the server restarts with them. */
export const postgresFilesChecksum = (database: PlainDatabaseSpec): string =>
  checksum(JSON.stringify(postgresFiles(database)), 16);

/** What a superuser says besides; nobody else may, and a new role has none of these rights anyway. */
const withoutRights = "NOSUPERUSER NOCREATEDB NOCREATEROLE ";

/** Who is no superuser hands a database to a role only as its member. */
const becomeMember = (role: string): string => `GRANT "${role}" TO CURRENT_USER;\n`;

const ownerSql = (
  owner: DatabaseOwner,
  isSuperuser: boolean,
): string => `\\set password \`cat ${rolePasswordsPath}/${owner.role}\`
SELECT format('CREATE ROLE %I LOGIN', '${owner.role}') WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${owner.role}') \\gexec
ALTER ROLE "${owner.role}" WITH LOGIN ${isSuperuser ? withoutRights : ""}CONNECTION LIMIT ${owner.connectionLimit} PASSWORD :'password';
${isSuperuser ? "" : becomeMember(owner.role)}SELECT format('CREATE DATABASE %I OWNER %I', '${owner.database}', '${owner.role}') WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = '${owner.database}') \\gexec
REVOKE ALL ON DATABASE "${owner.database}" FROM PUBLIC;
`;

/**
 * SQL for psql that makes each role and the database it owns; running it twice changes nothing.
 *
 * @param admin Who runs it: a superuser, or a role of a cloud's server that may make roles and databases.
 */
export const toProvisioningSql = (owners: readonly DatabaseOwner[], admin: "superuser" | "creator"): string => {
  const isSuperuser = admin === "superuser";
  const closed = isSuperuser ? "REVOKE ALL ON DATABASE postgres FROM PUBLIC;\n" : "";
  return `\\set ON_ERROR_STOP on\n${closed}${owners.map((owner) => ownerSql(owner, isSuperuser)).join("")}`;
};
