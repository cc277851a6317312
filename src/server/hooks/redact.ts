/**
 * Reduces an error to what a host's log may hold: name and message, without what looks like a key, a token, a signed
 * query or an image, and without the given texts of the author.
 */
export function redact(
  error: unknown,
  texts: readonly (string | null | undefined)[] = [],
): { name: string; message: string } | undefined {
  if (error === undefined || error === null) return undefined;
  const { name, message } = readError(error);
  const known = texts.filter((text) => typeof text === "string").filter((text) => text.trim().length > 2);
  // The longest first: the sent prompt holds the written one.
  known.sort((a, b) => b.length - a.length);
  const own = known.reduce((left, text) => left.replaceAll(text, "[prompt]"), message.slice(0, 100_000));
  return { name, message: redactText(own.slice(0, 1_000)) };
}

/** Reads an error whatever it does when it is read. A name that is no identifier is a text in disguise. */
function readError(error: unknown): { name: string; message: string } {
  try {
    if (!(error instanceof Error)) return { name: "Error", message: String(error) };
    const { name, message } = error;
    return { name: /^[A-Za-z_$][\w$]{0,63}$/.test(name) ? name : "Error", message: String(message) };
  } catch {
    return { name: "Error", message: "" };
  }
}

const GONE = "[redacted]";

/** From the particular to the general: what a rule has replaced, the next ones leave alone. */
function redactText(text: string): string {
  return text
    .replace(/\bdata:[^\s,]*,\S+/gi, `data:${GONE}`)
    .replace(/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi, `$1${GONE}@`)
    .replace(/(\bhttps?:\/\/[^\s"'?#]+)[?#][^\s"']+/g, `$1?${GONE}`)
    .replace(/\b((?:authorization|cookie)["']?\s*[:=]\s*["']?)[^"'\n]+/gi, `$1${GONE}`)
    .replace(/\b(Bearer|Basic)\s+\S+/gi, `$1 ${GONE}`)
    .replace(/\b(key|token)\s+(?=\S*\d)[^\s"']{8,}/gi, `$1 ${GONE}`)
    .replace(/\b(?:sk|pk|rk|key|xai|fal|r8|gsk|hf|ghp|tgp|AIza)[-_]?[A-Za-z0-9_*-]{12,}/g, GONE)
    .replace(/\beyJ[\w-]{8,}(?:\.[\w-]+){1,2}|\b(?:AKIA|ASIA)[A-Z0-9]{12,}/g, GONE)
    .replace(
      /((?:\b|_)(?:api[-_ ]?key|x-key|access[-_]?key|token|secret|password|credentials?|sig|signature)["']?\s*[:=]\s*["']?)[^\s"'&,;]+/gi,
      `$1${GONE}`,
    )
    .replace(/[A-Za-z0-9+/]{100,}={0,2}/g, GONE)
    .replace(/\b(?!req[-_])(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{32,}/g, GONE);
}
