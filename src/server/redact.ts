/** An error for a host's log: name and message, without what looks like a key, a token or a signed query. */
export function redact(error: unknown): { name: string; message: string } | undefined {
  if (error === undefined || error === null) return undefined;
  const { name, message } = error instanceof Error ? error : { name: "Error", message: String(error) };
  return { name, message: redactText(message.slice(0, 1_000)) };
}

function redactText(text: string): string {
  return text
    .replace(/\b(Bearer|Basic)\s+\S+/gi, "$1 [redacted]")
    .replace(/\b(?:sk|pk|rk|key|xai|fal|r8|gsk|hf|AIza)[-_]?[A-Za-z0-9_*-]{12,}/g, "[redacted]")
    .replace(
      /\b(api[-_ ]?key|token|secret|password|sig|signature)(["']?\s*[:=]\s*["']?)[^\s"'&,;]+/gi,
      "$1$2[redacted]",
    );
}
