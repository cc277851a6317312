import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { isLocalHost } from "./isLocalHost.js";

/** Server on this machine. */
export interface Listening {
  /** Origin of the server, such as "http://127.0.0.1:4400". */
  readonly origin: string;
  /** Refuses new requests, waits at most `graceMs` (by default 0) for those under way, then cuts the rest. */
  close(graceMs?: number): Promise<void>;
}

/** Options of {@link listen}. */
export interface ListenOptions {
  /** Port; 0 picks a free one. @default 0 */
  port?: number | undefined;
}

/**
 * Serves a web-standard handler over HTTP on 127.0.0.1. Answers requests for this machine's own names only: a page elsewhere
 * could point a name of its own here (DNS rebinding).
 */
export async function listen(
  handler: (request: Request) => Promise<Response>,
  { port = 0 }: ListenOptions = {},
): Promise<Listening> {
  const server = createServer((incoming, outgoing) => {
    void answer(handler, incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const { port: actual } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${actual}`,
    close: (graceMs = 0) =>
      new Promise<void>((resolve) => {
        const cut = setTimeout(() => server.closeAllConnections(), graceMs);
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

async function answer(
  handler: (request: Request) => Promise<Response>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const left = new AbortController();
  outgoing.once("close", () => left.abort());
  const refusal = refuse(incoming);
  const response = refusal ?? (await handler(toRequest(incoming, left.signal)));
  const isEarly = !incoming.complete;
  if (isEarly) outgoing.setHeader("Connection", "close");
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.body && incoming.method !== "HEAD") await send(response.body, outgoing, left.signal);
  if (isEarly) await untilReceived(incoming, left.signal);
  outgoing.end();
}

/** Refuses what no client of this machine sends. */
function refuse({ headers, url = "" }: IncomingMessage): Response | null {
  if (!isLocalHost(headers.host ?? ""))
    return new Response("This server answers to names of this machine only.\n", { status: 403 });
  if (url.startsWith("/") && URL.canParse(`http://${headers.host}${url}`)) return null;
  return new Response("This is no address of this server.\n", { status: 400 });
}

async function send(body: ReadableStream<Uint8Array>, outgoing: ServerResponse, left: AbortSignal) {
  outgoing.flushHeaders();
  const reader = body.getReader();
  left.addEventListener("abort", () => void reader.cancel().catch(() => {}), { once: true });
  for (;;) {
    const { done, value } = await reader.read();
    if (done || left.aborted) break;
    if (!outgoing.write(value)) await untilDrained(outgoing, left);
  }
}

/** Milliseconds that a caller has to finish a body that is already answered. */
const LINGER_MS = 2000;

/** Waits for the rest of a body. A connection closed on unread bytes is reset, and the answer on its way is lost with it. */
function untilReceived(incoming: IncomingMessage, left: AbortSignal): Promise<void> {
  if (incoming.complete) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, LINGER_MS);
    const go = () => {
      clearTimeout(timer);
      resolve();
    };
    incoming.once("end", go).once("close", go);
    left.addEventListener("abort", go, { once: true });
    incoming.resume();
  });
}

function untilDrained(outgoing: ServerResponse, left: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      outgoing.off("drain", go);
      left.removeEventListener("abort", go);
      resolve();
    };
    outgoing.once("drain", go);
    left.addEventListener("abort", go, { once: true });
  });
}

function toRequest(incoming: IncomingMessage, signal: AbortSignal): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    for (const each of Array.isArray(value) ? value : [value ?? ""]) headers.append(name, each);
  }
  const url = `http://${incoming.headers.host}${incoming.url ?? "/"}`;
  const method = incoming.method ?? "GET";
  if (method === "GET" || method === "HEAD") return new Request(url, { method, headers, signal });
  const init = { method, headers, signal, body: toBody(incoming), duplex: "half" };
  return new Request(url, init);
}

/** A body that nobody wants to read on is drained, not cut: cutting it would lose the refusal on its way back. */
function toBody(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    start(controller) {
      incoming.on("data", (part: Buffer) => {
        controller.enqueue(new Uint8Array(part));
        if ((controller.desiredSize ?? 0) <= 0) incoming.pause();
      });
      incoming.once("end", () => controller.close());
      incoming.once("error", (error) => controller.error(error));
      incoming.pause();
    },
    pull: () => void incoming.resume(),
    cancel() {
      incoming.removeAllListeners("data").removeAllListeners("end");
      incoming.resume();
    },
  });
}
