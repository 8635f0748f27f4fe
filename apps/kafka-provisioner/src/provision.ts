import { Admin, Connection } from "@platformatic/kafka";
import type { Plan } from "./plan.ts";
import { provideTopics } from "./topics.ts";
import { providePasswords, provideRights } from "./users.ts";

/** Who speaks to the broker, and what it is to trust. */
export interface Access {
  readonly user: string;
  readonly password: string;
  /** Certificate authority of the brokers, PEM. */
  readonly ca: string;
}

/**
 * Makes a broker have what a plan says; doing it again changes nothing but the salt of the passwords.
 *
 * @returns what could not be made so, a line each
 * @throws Error when the broker refuses or is not reached
 */
export const provision = async (
  plan: Plan,
  { user, password, ca }: Access,
  passwords: ReadonlyMap<string, string>,
): Promise<string[]> => {
  const secured = { tls: { ca }, sasl: { mechanism: "SCRAM-SHA-512" as const, username: user, password } };
  const clientId = "kafka-provisioner";
  const admin = new Admin({ clientId, bootstrapBrokers: [plan.bootstrap], ...secured });
  const connection = new Connection(clientId, secured);
  try {
    const left = await provideTopics(admin, plan.topics);
    const [host = "", port] = plan.bootstrap.split(":");
    await connection.connect(host, Number(port));
    await providePasswords(connection, passwords);
    await provideRights(admin, plan.users);
    return left;
  } finally {
    await Promise.allSettled([admin.close(), connection.close()]);
  }
};
