/** Parses a stored request. The parser's own error would quote it. */
export function parseRequest(json: string | null): unknown {
  try {
    return JSON.parse(json ?? "null") as unknown;
  } catch {
    throw new Error("The stored request is no JSON.");
  }
}
