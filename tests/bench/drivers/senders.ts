import { Agent, request as httpRequest } from "node:http";
import { Producer, ProduceAcks, stringSerializers } from "@platformatic/kafka";
import pg from "pg";
import { connectionOptions } from "./sql.ts";
import { stampedBody, type HttpRequest, type KafkaAccess, type Variant } from "./job.ts";

/** Sends the requests of one variant. */
export interface Sender extends AsyncDisposable {
  send(index: number, due: bigint, round: number): Promise<void>;
}

/** Connection options of the benchmark's Kafka clients. */
export const kafkaOptions = ({ broker, user, password, ca }: KafkaAccess) => ({
  clientId: "bench",
  bootstrapBrokers: [broker],
  tls: { ca },
  sasl: { mechanism: "SCRAM-SHA-512" as const, username: user, password },
  retries: 3,
  // The peer is not to be held back by its own defaults.
  maxInflights: 100,
});

const httpSender = ({ requests, stamped, expect }: Extract<Variant, { kind: "http" }>): Sender => {
  const agent = new Agent({ keepAlive: true, maxSockets: 128 });
  const once = ({ url, method, headers = {} }: HttpRequest, body: string | undefined): Promise<void> =>
    new Promise((resolve, reject) => {
      const length = body === undefined ? {} : { "content-length": Buffer.byteLength(body) };
      const all = { "content-type": "application/json", ...headers, ...length };
      const request = httpRequest(url, { agent, method, headers: all, timeout: 10_000 }, (response) => {
        const status = response.statusCode ?? 0;
        let text = "";
        if (expect.includes(status)) response.resume();
        else response.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
        response.on("error", reject);
        response.on("end", () => {
          if (expect.includes(status)) resolve();
          else reject(new Error(`${method} ${url} answered ${status}: ${text.slice(0, 200)}`));
        });
      });
      request.on("timeout", () => request.destroy(new Error(`${url} did not answer within 10 s`)));
      request.on("error", reject);
      request.end(body);
    });
  return {
    send: (index, due, round) => {
      const request = requests[index % requests.length];
      if (!request) throw new Error("a variant needs a request");
      return once(request, stamped === undefined ? request.body : stampedBody(due, round, stamped));
    },
    [Symbol.asyncDispose]: async () => agent.destroy(),
  };
};

const sqlSender = ({ url, ca, statements }: Extract<Variant, { kind: "sql" }>): Sender => {
  const pool = new pg.Pool({ ...connectionOptions(url, ca), max: 10 });
  return {
    send: async (index) => {
      const at = index % statements.length;
      const statement = statements[at];
      if (!statement) throw new Error("a variant needs a statement");
      // Prepared once per connection, as the state store's own driver does.
      const name = `bench-${statement.text.length}`;
      await pool.query({ name, text: statement.text, values: [...statement.values] });
    },
    [Symbol.asyncDispose]: () => pool.end(),
  };
};

const kafkaSender = ({ access, topic, stamped }: Extract<Variant, { kind: "kafka" }>): Sender => {
  const producer = new Producer({ ...kafkaOptions(access), serializers: stringSerializers });
  return {
    send: async (_index, due, round) => {
      const messages = [{ topic, value: stampedBody(due, round, stamped) }];
      await producer.send({ messages, acks: ProduceAcks.ALL });
    },
    [Symbol.asyncDispose]: async () => void (await producer.close()),
  };
};

/** A sender for a variant. */
export const createSender = (variant: Variant): Sender => {
  switch (variant.kind) {
    case "http":
      return httpSender(variant);
    case "sql":
      return sqlSender(variant);
    case "kafka":
      return kafkaSender(variant);
  }
};
