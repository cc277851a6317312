import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import type { Alias } from "vite";
import { entryAliases, platformAliases } from "../../../vite.aliases.ts";

/** A built page on disk. */
export interface BuiltPage {
  readonly folder: string;
  remove(): Promise<void>;
}

/**
 * Builds the page for production, with nothing inline, into a temporary folder.
 *
 * @param aliases modules that stand in for others, such as another React
 * @param root folder of another page
 */
export async function buildPage(
  aliases: readonly Alias[] = [],
  root: URL = new URL(".", import.meta.url),
): Promise<BuiltPage> {
  const folder = await mkdtemp(join(tmpdir(), "panel-page-"));
  await build({
    root: fileURLToPath(root),
    configFile: false,
    logLevel: "error",
    mode: "production",
    define: { "process.env.NODE_ENV": '"production"' },
    // A test run's NODE_ENV would choose the development runtime.
    oxc: { jsx: { runtime: "automatic", development: false } },
    resolve: { alias: [...aliases, ...platformAliases("browser"), ...entryAliases] },
    build: { outDir: folder, emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  });
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
