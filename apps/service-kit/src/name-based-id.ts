import { createHash } from "node:crypto";

const bytesOf = (id: string): Buffer => Buffer.from(id.replaceAll("-", ""), "hex");

/**
 * The UUID of `name` in `namespace` (version 5, RFC 9562): the same name gives the same id everywhere and at any time.
 * @param namespace a UUID, one for each kind of name
 */
export function nameBasedId(namespace: string, name: string): string {
  const id = createHash("sha1").update(bytesOf(namespace)).update(name).digest().subarray(0, 16);
  id.writeUInt8((id.readUInt8(6) & 0x0f) | 0x50, 6);
  id.writeUInt8((id.readUInt8(8) & 0x3f) | 0x80, 8);
  return id.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
