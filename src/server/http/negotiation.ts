/** Whether a caller would rather read an event stream than JSON. Without a word on it, JSON. */
export function prefersEventStream(accept: string | null): boolean {
  const stream = qualityOf(accept, "text/event-stream");
  return stream > 0 && stream >= qualityOf(accept, "application/json");
}

/** Whether `Prefer` asks to answer before the work is done (RFC 7240). */
export function prefersAsync(prefer: string | null): boolean {
  return (prefer ?? "")
    .split(",")
    .some((preference) => preference.split(";")[0]?.trim().toLowerCase() === "respond-async");
}

/** Reads the quality of exactly this type; wildcards do not ask for a stream, so they are not looked at. */
function qualityOf(accept: string | null, type: string): number {
  for (const range of (accept ?? "").split(",")) {
    const [name = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
    if (name !== type) continue;
    const quality = parameters.find((parameter) => parameter.startsWith("q="));
    return quality === undefined ? 1 : Number(quality.slice(2)) || 0;
  }
  return 0;
}
