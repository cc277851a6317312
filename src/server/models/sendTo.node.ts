import type { IncomingMessage } from "node:http";
import { Agent, request as open } from "node:https";
import { isIP } from "node:net";
import type { LookupFunction } from "node:net";
import { Readable, pipeline } from "node:stream";
import { createBrotliDecompress, createUnzip } from "node:zlib";

/** Connections that were made to checked addresses, and no others. */
const agent = new Agent({ keepAlive: true });
const WITHOUT_BODY = new Set([204, 205, 304]);

/**
 * Sends an https request to one of these addresses, whatever its name would lead to by now; the certificate is still held
 * against the name. The runtime's `fetch` would look the name up a second time, and could be told another address.
 * Redirects are not followed.
 *
 * @throws TypeError when no answer came, as `fetch` does; the signal's reason when it was aborted.
 */
export async function sendTo(
  addresses: readonly string[],
  request: Request,
  signal: AbortSignal = request.signal,
): Promise<Response> {
  const body = request.body ? Buffer.from(await request.arrayBuffer()) : undefined;
  const headers = Object.fromEntries(request.headers);
  headers["accept-encoding"] ??= "gzip, deflate, br";
  const { method } = request;
  const incoming = await new Promise<IncomingMessage>((resolve, reject) => {
    const sent = open(request.url, { method, headers, signal, agent, lookup: lookupIn(addresses) }, resolve);
    sent.once("error", (cause) => {
      reject(signal.aborted ? signal.reason : new TypeError("fetch failed", { cause }));
    });
    sent.end(body);
  });
  return toResponse(incoming, method);
}

/** Answers with the addresses that were checked. */
function lookupIn(addresses: readonly string[]): LookupFunction {
  const found = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_hostname, options, callback) => {
    // Later, as a look-up answers: Deno's refusal to connect would find nobody to hear it, and end the process.
    queueMicrotask(() => {
      const [first] = found;
      if (!first) callback(new Error("The name leads nowhere."), "");
      else if (options.all) callback(null, found);
      else callback(null, first.address, first.family);
    });
  };
}

function toResponse(incoming: IncomingMessage, method: string): Response {
  const status = incoming.statusCode ?? 502;
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(incoming.headersDistinct)) {
    for (const value of values) headers.append(name, value);
  }
  const init = { status, statusText: incoming.statusMessage ?? "", headers };
  if (method === "HEAD" || WITHOUT_BODY.has(status)) {
    incoming.resume();
    return new Response(null, init);
  }
  return new Response(Readable.toWeb(decoded(incoming, headers)) as ReadableStream<Uint8Array>, init);
}

/** As `fetch` does, without a word about it in the headers. */
function decoded(incoming: IncomingMessage, headers: Headers): Readable {
  const encoding = headers.get("Content-Encoding")?.trim().toLowerCase() ?? "identity";
  if (!/^(?:x-)?gzip$|^deflate$|^br$/.test(encoding)) return incoming;
  headers.delete("Content-Encoding");
  headers.delete("Content-Length");
  // Whoever reads the end of it is told of errors.
  return pipeline(incoming, encoding === "br" ? createBrotliDecompress() : createUnzip(), () => undefined);
}
