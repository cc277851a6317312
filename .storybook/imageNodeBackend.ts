import type { IncomingMessage, ServerResponse } from "node:http";
import { fileURLToPath } from "node:url";
import { getRequestListener } from "@hono/node-server";
import { createServer } from "vite";
import type { Plugin, PreviewServer, ViteDevServer } from "vite";
import type * as demoEntry from "../src/demo/index.js";
import { platformAliases } from "../vite.aliases.js";

type Demo = typeof demoEntry;
type Handler = (request: Request) => Promise<Response>;

/** Base paths of the back ends, each with whether it takes pictures in. */
const BASES = [
  ["/api/image-node", false],
  ["/api/image-node-with-references", true],
] as const;
const ENTRY = fileURLToPath(new URL("../src/demo/index.ts", import.meta.url));
/** Only this machine's own names: a page elsewhere that points its host name here is refused (DNS rebinding). */
const LOOPBACK = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/;

/**
 * Mounts the demo back ends in Storybook's dev server and in the stories' tests, over real HTTP: the documented one under
 * `/api/image-node`, and one that takes pictures in under `/api/image-node-with-references`. They run from source in a
 * Vite server of its own, since the page's aliases pick the browser's parts.
 *
 * @param delayMs how much longer each picture takes, so that one can be seen under way
 */
export function imageNodeBackend(delayMs = 0): Plugin {
  let source: Promise<ViteDevServer> | undefined;
  let loaded: { demo: Demo; handlers: Map<string, Handler> } | undefined;

  async function handlerFor(host: string, base: string, references: boolean): Promise<Handler> {
    const server = await (source ??= createSourceServer());
    const demo = (await server.ssrLoadModule(ENTRY)) as Demo;
    if (loaded?.demo !== demo) loaded = { demo, handlers: new Map() };
    const publicUrl = `http://${host}${base}`;
    const known = loaded.handlers.get(publicUrl);
    if (known) return known;
    const { handler } = demo.createDemoBackend({ publicUrl, delayMs, references: references || undefined });
    loaded.handlers.set(publicUrl, handler);
    return handler;
  }

  const listener = getRequestListener(
    async (request) => {
      const { host, pathname } = new URL(request.url);
      if (!LOOPBACK.test(host))
        return new Response("This back end answers this machine only.\n", { status: 403 });
      const [base, references] = baseOf(pathname) ?? BASES[0];
      return (await handlerFor(host, base, references))(request);
    },
    { overrideGlobalObjects: false },
  );

  function mount(server: ViteDevServer | PreviewServer): void {
    server.middlewares.use((request: IncomingMessage, response: ServerResponse, next: () => void) => {
      if (!baseOf(request.url ?? "")) return next();
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

const baseOf = (path: string) => BASES.find(([base]) => path.startsWith(`${base}/`));

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
