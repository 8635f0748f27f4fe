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

const ownerSql = (owner: DatabaseOwner): string => `\\set password \`cat ${rolePasswordsPath}/${owner.role}\`
SELECT format('CREATE ROLE %I LOGIN', '${owner.role}') WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${owner.role}') \\gexec
ALTER ROLE "${owner.role}" WITH LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE CONNECTION LIMIT ${owner.connectionLimit} PASSWORD :'password';
SELECT format('CREATE DATABASE %I OWNER %I', '${owner.database}', '${owner.role}') WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = '${owner.database}') \\gexec
REVOKE ALL ON DATABASE "${owner.database}" FROM PUBLIC;
`;

/** SQL for psql that makes each role and the database it owns; running it twice changes nothing. */
export const toProvisioningSql = (owners: readonly DatabaseOwner[]): string =>
  `\\set ON_ERROR_STOP on\nREVOKE ALL ON DATABASE postgres FROM PUBLIC;\n${owners.map(ownerSql).join("")}`;
