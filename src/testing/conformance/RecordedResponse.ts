/** Response, read to its end. */
export interface RecordedResponse {
  /** Request as messages name it: "POST /generations". */
  readonly request: string;
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
  readonly text: string;
  /** Body as JSON, or `undefined`. */
  readonly json: unknown;
}

/** Reads a response to its end. */
export async function recordResponse(request: string, response: Response): Promise<RecordedResponse> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const text = new TextDecoder().decode(bytes);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    json = undefined;
  }
  return { request, status: response.status, headers: response.headers, bytes, text, json };
}
