/** Answers with JSON that no cache keeps. */
export function jsonResponse(value: unknown, status = 200, headers: HeadersInit = {}): Response {
  return jsonTextResponse(JSON.stringify(value), status, headers);
}

/** Answers with JSON that was written before. */
export function jsonTextResponse(text: string, status: number, headers: HeadersInit): Response {
  const all = new Headers(headers);
  all.set("Content-Type", "application/json");
  if (!all.has("Cache-Control")) all.set("Cache-Control", "no-store");
  return new Response(text, { status, headers: all });
}
