// The benchmark's own app: answers at once, and remembers how long stamped events took to reach it.
import { createServer } from "node:http";

const token = process.env.APP_API_TOKEN;
const samples = [];

const receive = (body) => {
  const now = process.hrtime.bigint();
  const { due, round } = JSON.parse(body).data;
  samples.push([round, Number(now - BigInt(due)) / 1e6]);
};

createServer((request, response) => {
  const chunks = [];
  request.on("data", (chunk) => chunks.push(chunk));
  request.on("end", () => {
    const answer = (status, body = "{}") =>
      response
        .writeHead(status, { "content-type": "application/json", "content-length": Buffer.byteLength(body) })
        .end(body);
    if (request.url === "/health") return answer(200);
    if (token && request.headers["dapr-api-token"] !== token) return answer(401);
    const body = Buffer.concat(chunks).toString();
    switch (request.url) {
      case "/echo":
        return answer(200, body);
      case "/bench-events":
        receive(body);
        return answer(200, '{"status":"SUCCESS"}');
      case "/dead-letters":
        return answer(200, '{"status":"SUCCESS"}');
      case "/samples":
        return answer(200, JSON.stringify(samples.splice(0)));
      default:
        return answer(404);
    }
  });
}).listen(Number(process.env.APP_PORT));
