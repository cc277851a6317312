import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { getRequestListener } from "@hono/node-server";

type Handler = (request: Request) => Promise<Response>;

/** A page that is served, with its back end under `/api/image-node`. */
export interface ServedPage {
  readonly url: string;
  stop(): Promise<void>;
}

/** What {@link servePage} takes. */
export interface ServePageOptions {
  /** Where the built page is. */
  readonly folder: string;
  /** Sent with every file of the page. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Changes the page's HTML on its way, as a server does that writes a nonce into it. */
  readonly rewrite?: (html: string) => string;
  /** Sees each request for the back end first, as a proxy does, and may end its connection. */
  readonly watch?: (request: IncomingMessage, response: ServerResponse) => void;
  createBackend(publicUrl: string): Handler;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
};

/** Serves the page's files and its back end, and nothing else, on a free port of 127.0.0.1. */
export async function servePage(options: ServePageOptions): Promise<ServedPage> {
  const { folder, headers = {}, rewrite = (html) => html, watch, createBackend } = options;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://127.0.0.1");
    if (pathname.startsWith("/api/image-node/")) {
      watch?.(request, response);
      return void answer(request, response);
    }
    const path = join(folder, normalize(pathname === "/" ? "/index.html" : pathname));
    const type = TYPES[extname(path)] ?? "application/octet-stream";
    readFile(path).then(
      (bytes) =>
        response
          .writeHead(200, { "Content-Type": type, ...headers })
          .end(path.endsWith(".html") ? rewrite(bytes.toString()) : bytes),
      () => response.writeHead(pathname === "/favicon.ico" ? 204 : 404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const answer = getRequestListener(createBackend(`${url}/api/image-node`), { overrideGlobalObjects: false });
  return {
    url,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
