/**
 * An error for a host's log: name and message, without what looks like a key, a token or a signed query, and without the
 * given texts of the author.
 */
export function redact(
  error: unknown,
  texts: readonly (string | null | undefined)[] = [],
): { name: string; message: string } | undefined {
  if (error === undefined || error === null) return undefined;
  const { name, message } = error instanceof Error ? error : { name: "Error", message: String(error) };
  const known = texts.filter((text) => typeof text === "string").filter((text) => text.trim().length > 2);
  // The longest first: the sent prompt holds the written one.
  known.sort((a, b) => b.length - a.length);
  const own = known.reduce((left, text) => left.replaceAll(text, "[prompt]"), message.slice(0, 100_000));
  return { name, message: redactText(own.slice(0, 1_000)) };
}

function redactText(text: string): string {
  return text
    .replace(/(\bhttps?:\/\/[^\s"'?#]+)[?#][^\s"']+/g, "$1?[redacted]")
    .replace(/\b(Bearer|Basic)\s+\S+/gi, "$1 [redacted]")
    .replace(/\b(?:sk|pk|rk|key|xai|fal|r8|gsk|hf|AIza)[-_]?[A-Za-z0-9_*-]{12,}/g, "[redacted]")
    .replace(
      /\b(api[-_ ]?key|token|secret|password|sig|signature)(["']?\s*[:=]\s*["']?)[^\s"'&,;]+/gi,
      "$1$2[redacted]",
    );
}
