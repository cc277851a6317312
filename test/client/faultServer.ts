import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { createClientWith } from "../../src/client/createClient.js";
import type { ClientDependencies } from "../../src/client/wire/withRetries.js";
import type { ClientOptions, ImageNodeClient } from "../../src/client/types.js";
import { sleep } from "../../src/client/wire/untilAborted.js";

/** What the server saw. */
export interface SeenRequest {
  method: string;
  path: string;
  key: string | undefined;
  headers: IncomingMessage["headers"];
  body: string;
}

export type Responder = (response: ServerResponse, request: SeenRequest) => void;

export interface FaultServer {
  baseUrl: string;
  seen: SeenRequest[];
  /** The keys of all `POST /generations`. */
  keys(): (string | undefined)[];
  /** Responders by order of arrival; the last one goes on. */
  answer(...responders: Responder[]): void;
  close(): Promise<void>;
}

/** A real HTTP server on 127.0.0.1 that does what each test tells it, right or wrong. */
export async function startFaultServer(): Promise<FaultServer> {
  const seen: SeenRequest[] = [];
  let responders: Responder[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const entry: SeenRequest = {
        method: request.method ?? "",
        path: request.url ?? "",
        key: request.headers["idempotency-key"] as string | undefined,
        headers: request.headers,
        body: Buffer.concat(chunks).toString("utf8"),
      };
      seen.push(entry);
      const next = responders.length > 1 ? responders.shift() : responders[0];
      if (next) next(response, entry);
      else response.writeHead(599).end();
    });
    request.on("error", () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  let closed: Promise<void> | undefined;
  const close = () =>
    (closed ??= new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }));
  onTestFinished(close);
  return {
    baseUrl: `http://127.0.0.1:${port}/api`,
    seen,
    keys: () => seen.filter((entry) => entry.method === "POST").map((entry) => entry.key),
    answer: (...next) => {
      responders = next;
    },
    close,
  };
}

export const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Responder =>
  (response) => {
    response.writeHead(status, { "Content-Type": "application/json", ...headers }).end(JSON.stringify(body));
  };

export const problem = (
  status: number,
  body: Record<string, unknown>,
  headers: Record<string, string> = {},
): Responder => json(status, { status, ...body }, { "Content-Type": "application/problem+json", ...headers });

export const text =
  (status: number, body: string, headers: Record<string, string> = {}): Responder =>
  (response) => {
    response.writeHead(status, headers).end(body);
  };

/** Answers nothing, ever. */
export const hang: Responder = () => undefined;

/** Takes the connection away without an answer. */
export const refuse: Responder = (response) => {
  response.destroy();
};

export const event = (name: string, data: unknown) => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;

/** Sends pieces one after the other, each in a write of its own, then ends, cuts or stays open. */
export const stream =
  (pieces: readonly (string | Uint8Array)[], ending: "end" | "cut" | "open" = "end"): Responder =>
  (response) => {
    response.writeHead(200, { "Content-Type": "text/event-stream" });
    const next = (index: number) => {
      const piece = pieces[index];
      if (piece === undefined) {
        if (ending === "end") response.end();
        if (ending === "cut") response.destroy();
        return;
      }
      response.write(piece, () => setImmediate(next, index + 1));
    };
    next(0);
  };

/** Longer than any test: a wait ends when a test ends it (`holdWaits`), never because the machine is busy. */
export const WAIT_MS = 60_000;

/** A client whose pauses take no time and are written down. */
export function createTestClient(
  options: Partial<ClientOptions> & { baseUrl: string },
  dependencies: Partial<ClientDependencies> = {},
): { client: ImageNodeClient; pauses: number[] } {
  const pauses: number[] = [];
  const client = createClientWith(
    { timeoutMs: WAIT_MS, ...options },
    {
      now: Date.now,
      random: () => 0,
      stallMs: 2 * WAIT_MS,
      sleep: (ms, signal) => {
        pauses.push(ms);
        return sleep(0, signal);
      },
      ...dependencies,
    },
  );
  return { client, pauses };
}
