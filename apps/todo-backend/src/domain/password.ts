import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import type { ScryptOptions } from "node:crypto";

/** Cost of a hash: 16 MiB of memory and about 0.2 s; what OWASP asks for where memory is scarce. */
const cost = { N: 2 ** 14, r: 8, p: 5 };
const keyLength = 32;

/** Hashes are made one after another: each takes memory, and the app has little. */
let queue: Promise<unknown> = Promise.resolve();

const derive = (password: string, salt: Buffer, length: number, options: ScryptOptions): Promise<Buffer> => {
  const work = (): Promise<Buffer> =>
    new Promise((resolve, reject) => {
      scrypt(password, salt, length, options, (error, key) => (error ? reject(error) : resolve(key)));
    });
  const result = queue.then(work);
  queue = result.catch(() => undefined);
  return result;
};

/** What is stored of a password: `scrypt$N$r$p$salt$key`, so that the cost can be raised later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password.normalize("NFC"), salt, keyLength, cost);
  return ["scrypt", cost.N, cost.r, cost.p, salt.toString("base64url"), key.toString("base64url")].join("$");
}

/** Stands for the password of a user who does not exist: nobody has it. */
const nobody = ["scrypt", cost.N, cost.r, cost.p, "AAAAAAAAAAAAAAAAAAAAAA", "A".repeat(43)].join("$");

/**
 * Whether `password` is the one that was hashed.
 * @param stored undefined for an unknown user: the answer is false then, after the same time
 */
export async function isPassword(password: string, stored: string | undefined): Promise<boolean> {
  const [, N, r, p, salt = "", key = ""] = (stored ?? nobody).split("$");
  const expected = Buffer.from(key, "base64url");
  const options = { N: Number(N), r: Number(r), p: Number(p) };
  const given = await derive(password.normalize("NFC"), Buffer.from(salt, "base64url"), expected.length, options);
  return timingSafeEqual(given, expected) && stored !== undefined;
}
