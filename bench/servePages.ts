import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { chromium } from "playwright";
import type { Browser } from "playwright";
import { build, preview } from "vite";
import { CHROMIUM_ARGS, findChromium } from "../test/chromium.ts";
import { entryAliases, platformAliases } from "../vite.aliases.ts";

/** A subject's page, built for production and served, and a browser to look at it. */
export interface Pages {
  readonly browser: Browser;
  readonly url: string;
  close(): Promise<void>;
}

/** Builds `bench/<subject>/page` and serves it on a free port of 127.0.0.1. */
export async function servePages(subject: string): Promise<Pages> {
  const root = fileURLToPath(new URL(`./${subject}/page`, import.meta.url));
  const outDir = fileURLToPath(new URL(`../.cache/bench/${subject}-page`, import.meta.url));
  const shared = { configFile: false as const, root };
  await build({
    ...shared,
    // Directives of the server's components mean nothing in a page.
    logLevel: "silent",
    plugins: [react()],
    resolve: { alias: [...platformAliases("browser"), ...entryAliases] },
    build: { outDir, emptyOutDir: true, target: "es2022" },
  });
  const server = await preview({
    ...shared,
    logLevel: "error",
    build: { outDir },
    preview: { host: "127.0.0.1", port: 0 },
  });
  const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_ARGS });
  return {
    browser,
    url: server.resolvedUrls?.local[0] ?? "",
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
