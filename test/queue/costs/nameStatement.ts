/** Names a statement by what it does to what: `SELECT runs`, `INSERT keys`, `SELECT add_job()`, `LISTEN`. */
export function nameStatement(sql: string): string {
  const text = sql
    .split("\n")
    .filter((line) => !line.startsWith("--"))
    .join(" ")
    .trim();
  const [first = ""] = /^\w+/.exec(text) ?? [];
  const verb = first.toUpperCase();
  if (!["SELECT", "INSERT", "UPDATE", "DELETE", "WITH"].includes(verb)) return verb;
  // What a WITH is for stands in its first part that writes.
  const written = verb === "WITH" ? /\b(?:INSERT|UPDATE|DELETE)\b/i.exec(text)?.[0] : verb;
  const [, name = "", bracket = ""] = /\b(?:FROM|INTO|UPDATE) ([\w."]+)(\(?)/i.exec(text) ?? [];
  const called = name === "" ? `${text.split("(", 1)[0]?.split(/\W/).at(-1) ?? ""}(` : `${name}${bracket}`;
  const bare = called.replaceAll('"', "").split(".").at(-1) ?? called;
  return `${(written ?? "SELECT").toUpperCase()} ${bare.endsWith("(") ? `${bare})` : bare}`;
}
