import type { IncomingMessage, ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { Plugin, PreviewServer, ViteDevServer } from "vite";
import { createReceiver } from "../stories/workflow-editor/receiver/createReceiver.js";

const BASE = "/api/receiver";
/** Only this machine's own names: a page elsewhere that points its host name here is refused (DNS rebinding). */
const LOOPBACK = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/;

/** Mounts the receiver of the workflow recipes under `/api/receiver` in Storybook's dev server. */
export function workflowReceiver(): Plugin {
  const receive = createReceiver(BASE);
  const listener = getRequestListener(
    async (request) => {
      const { host } = new URL(request.url);
      const origin = request.headers.get("Origin");
      const isForeign = origin !== null && (!URL.canParse(origin) || new URL(origin).host !== host);
      if (!LOOPBACK.test(host) || isForeign) {
        return new Response("This receiver answers this machine's own pages only.\n", { status: 403 });
      }
      return receive(request);
    },
    { overrideGlobalObjects: false },
  );
  function mount(server: ViteDevServer | PreviewServer): void {
    server.middlewares.use((request: IncomingMessage, response: ServerResponse, next: () => void) => {
      if (!request.url?.startsWith(`${BASE}/`)) return next();
      void listener(request, response);
    });
  }

  return { name: "workflow-receiver", apply: "serve", configureServer: mount, configurePreviewServer: mount };
}
