import { createProblem } from "./createProblem.js";

/**
 * Reads a request's body as bytes, counted as they come. A body that is larger, compressed, was read before or breaks off
 * is refused.
 */
export async function readBody(request: Request, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const encoding = request.headers.get("Content-Encoding")?.trim().toLowerCase() ?? "identity";
  if (encoding !== "identity") {
    throw createProblem("unsupported_media_type", { message: "The body is compressed. Send it as it is." });
  }
  if (request.bodyUsed) throw createProblem("body_unreadable");
  const tooLarge = () =>
    createProblem("payload_too_large", {
      message: `The body is larger than the ${maxBytes} bytes that this back end takes.`,
    });
  const chunks: Uint8Array[] = [];
  let length = 0;
  const { body } = request as { body?: Request["body"] };
  const reader = (body === undefined ? await readWhole(request) : body)?.getReader();
  if (Number(request.headers.get("Content-Length") ?? 0) > maxBytes) {
    void drain(reader);
    throw tooLarge();
  }
  while (reader) {
    let chunk: ReadableStreamReadResult<Uint8Array>;
    try {
      chunk = await reader.read();
    } catch (cause) {
      throw createProblem("body_unreadable", { cause });
    }
    if (chunk.done) break;
    length += chunk.value.byteLength;
    if (length > maxBytes) {
      void drain(reader);
      throw tooLarge();
    }
    chunks.push(chunk.value);
  }
  if (wasReadBefore(request.headers, length)) throw createProblem("body_unreadable");
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}

/** Reads a body as a whole, for Firefox: it shows requests no stream. */
async function readWhole(request: Request): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  try {
    return (await request.blob()).stream();
  } catch (cause) {
    throw createProblem("body_unreadable", { cause });
  }
}

const MAX_DRAINED = 4 * 1024 * 1024;

/** Reads a refused body on for a while: a connection with unread bytes is of no use for the caller's next request. */
async function drain(reader: ReadableStreamDefaultReader<Uint8Array> | undefined): Promise<void> {
  try {
    let length = 0;
    while (reader && length < MAX_DRAINED) {
      const { done, value } = await reader.read();
      if (done) return;
      length += value.byteLength;
    }
    await reader?.cancel();
  } catch {
    // The caller left, and the connection with it.
  }
}

/** A server whose body parser came first shows an empty body, or a part of one, where the headers speak of more. */
function wasReadBefore(headers: Headers, length: number): boolean {
  const announced = headers.get("Content-Length");
  if (announced !== null) return length < Number(announced);
  return length === 0 && headers.has("Transfer-Encoding");
}
