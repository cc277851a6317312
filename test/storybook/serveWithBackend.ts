import { readFileSync } from "node:fs";
import { join } from "node:path";
import { preview } from "vite";
import type { Plugin } from "vite";
import { imageNodeBackend } from "../../.storybook/imageNodeBackend.js";
import { workflowReceiver } from "../../.storybook/workflowReceiver.js";
import type { RunningStorybook } from "./startStorybook.js";

/** Says in the page of the stories that a server stands behind it. */
function announceBackend(folder: string): Plugin {
  const page = readFileSync(join(folder, "iframe.html"), "utf8");
  const said = page.replace("<head>", "<head><script>globalThis.imageNodeBackend = true</script>");
  if (said === page) throw new Error("The page of the stories has no head.");
  return {
    name: "announce-backend",
    configurePreviewServer(server) {
      server.middlewares.use((request, response, next) => {
        if (!request.url?.startsWith("/iframe.html")) return next();
        response.writeHead(200, { "Content-Type": "text/html" }).end(said);
      });
    },
  };
}

/**
 * Serves a static Storybook on a free port, with the back end and the receiver that the dev server mounts: what is
 * bundled loads in a tenth of the time.
 *
 * @param delayMs how much longer each picture takes, so that a test can act while one is under way
 */
export async function serveWithBackend(folder: string, delayMs = 0): Promise<RunningStorybook> {
  const server = await preview({
    configFile: false,
    logLevel: "error",
    root: folder,
    build: { outDir: folder },
    preview: { host: "127.0.0.1", port: 0 },
    plugins: [announceBackend(folder), imageNodeBackend(delayMs), workflowReceiver()],
  });
  const url = server.resolvedUrls?.local[0]?.replace(/\/$/, "");
  if (!url) throw new Error("The server told no address.");
  return { url, stop: () => server.close() };
}
