import type { IncomingMessage, ServerResponse } from "node:http";
import { fileURLToPath } from "node:url";
import { getRequestListener } from "@hono/node-server";
import { createServer } from "vite";
import type { Plugin, PreviewServer, ViteDevServer } from "vite";
import type * as demoEntry from "../src/demo/index.js";
import { platformAliases } from "../vite.aliases.js";

type Demo = typeof demoEntry;
type Handler = (request: Request) => Promise<Response>;

const BASE = "/api/image-node";
const ENTRY = fileURLToPath(new URL("../src/demo/index.ts", import.meta.url));
/** Only this machine's own names: a page elsewhere that points its host name here is refused (DNS rebinding). */
const LOOPBACK = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/;

/**
 * Mounts the demo back end under `/api/image-node` in Storybook's dev server and in the stories' tests, over real
 * HTTP. The back end runs from source in a Vite server of its own, since the page's aliases pick the browser's parts.
 *
 * @param delayMs how much longer each picture takes, so that one can be seen under way
 */
export function imageNodeBackend(delayMs = 0): Plugin {
  let source: Promise<ViteDevServer> | undefined;
  let loaded: { demo: Demo; handlers: Map<string, Handler> } | undefined;

  async function handlerFor(host: string): Promise<Handler> {
    const server = await (source ??= createSourceServer());
    const demo = (await server.ssrLoadModule(ENTRY)) as Demo;
    if (loaded?.demo !== demo) loaded = { demo, handlers: new Map() };
    const known = loaded.handlers.get(host);
    if (known) return known;
    const { handler } = demo.createDemoBackend({
      publicUrl: `http://${host}${BASE}`,
      delayMs,
    });
    loaded.handlers.set(host, handler);
    return handler;
  }

  const listener = getRequestListener(
    async (request) => {
      const { host } = new URL(request.url);
      if (!LOOPBACK.test(host))
        return new Response("This back end answers this machine only.\n", { status: 403 });
      return (await handlerFor(host))(request);
    },
    { overrideGlobalObjects: false },
  );

  function mount(server: ViteDevServer | PreviewServer): void {
    server.middlewares.use((request: IncomingMessage, response: ServerResponse, next: () => void) => {
      if (!request.url?.startsWith(`${BASE}/`)) return next();
      void listener(request, response);
    });
    server.httpServer?.once("close", () => void source?.then((inner) => inner.close()));
  }

  return {
    name: "image-node-backend",
    apply: "serve",
    configureServer: mount,
    configurePreviewServer: mount,
  };
}

function createSourceServer(): Promise<ViteDevServer> {
  return createServer({
    configFile: false,
    appType: "custom",
    logLevel: "error",
    resolve: { alias: platformAliases("node") },
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, hmr: false, ws: false },
  });
}
