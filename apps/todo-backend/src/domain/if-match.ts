/** The ETag of a version, such as `"3"`. */
export const etagOf = (version: number): string => `"${version}"`;

/**
 * Whether an `If-Match` header allows changing `version`: no header or `*` always does, a list when it names the
 * version. A weak tag never matches (RFC 9110).
 */
export function ifMatchAllows(header: string | undefined, version: number): boolean {
  if (header === undefined) return true;
  const tags = header.split(",").map((tag) => tag.trim());
  return tags.includes("*") || tags.includes(etagOf(version));
}
