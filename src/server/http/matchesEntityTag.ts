/** Whether `If-None-Match` names this entity tag; a weak one counts, as RFC 9110 has it for reading. */
export function matchesEntityTag(header: string | null, entityTag: string): boolean {
  const tags = (header ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return tags.includes("*") || tags.includes(entityTag);
}
