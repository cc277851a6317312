/**
 * Takes a response's body, to read it piece by piece.
 *
 * Chromium's developer tools show a response with `Cache-Control: no-store` as aborted although it was read to its end,
 * unless it was copied before: so it is, and the copy is dropped.
 */
export function takeBody(response: Response): ReadableStream<Uint8Array<ArrayBuffer>> | null {
  if (response.body && response.headers.get("Cache-Control")?.includes("no-store")) {
    response
      .clone()
      .body?.cancel()
      .catch(() => undefined);
  }
  return response.body;
}
