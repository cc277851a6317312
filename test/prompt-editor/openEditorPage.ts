import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright";
import { build } from "rolldown";
import { CHROMIUM_ARGS, PATIENCE_MS, findChromium } from "../chromium.js";
import type {} from "./page/main.js";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** A Chromium whose windows keep the real focus: without the emulation that lets every page believe it has it. */
export interface RealBrowser {
  /** Opens the editor's page in a context of its own, with emulated focus. */
  open(options?: BrowserContextOptions): Promise<OpenEditorPage>;
  /** Opens it in a window that can lose the focus and come back. */
  openWindow(): Promise<OpenEditorPage>;
  close(): Promise<void>;
}

export interface OpenEditorPage {
  readonly page: Page;
  /** What the page complained about. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

export async function startRealBrowser(): Promise<RealBrowser> {
  const [script, style, port] = await Promise.all([bundlePage(), readCanvasStyle(), findFreePort()]);
  const launched = await chromium.launch({
    executablePath: await findChromium(),
    // Scroll bars that take their width from what they scroll, as on most desktops.
    ignoreDefaultArgs: ["--hide-scrollbars"],
    args: [...CHROMIUM_ARGS, `--remote-debugging-port=${port}`],
  });
  let real: Browser | undefined;

  async function prepare(page: Page, close: () => Promise<void>): Promise<OpenEditorPage> {
    const complaints: string[] = [];
    page.setDefaultTimeout(PATIENCE_MS);
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    await page.setContent('<!doctype html><meta name="viewport" content="width=device-width"><body>');
    await page.addStyleTag({ content: style });
    await page.addScriptTag({ content: script });
    return { page, complaints, close };
  }

  return {
    async open(options = {}) {
      const context = await launched.newContext(options);
      return prepare(await context.newPage(), () => context.close());
    },
    async openWindow() {
      real ??= await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { noDefaults: true });
      const [context] = real.contexts();
      if (!context) throw new Error("The browser has no window.");
      const page = await context.newPage();
      return prepare(page, () => page.close());
    },
    async close() {
      await real?.close();
      await launched.close();
    },
  };
}

async function bundlePage(): Promise<string> {
  const { output } = await build({
    input: path("page/main.tsx"),
    platform: "browser",
    write: false,
    logLevel: "silent",
    resolve: {
      extensionAlias: { ".js": [".ts", ".tsx", ".js"] },
      alias: { "image-generation-node/template": path("../../src/template/index.ts") },
    },
    transform: { define: { "process.env.NODE_ENV": '"development"' }, jsx: "react-jsx" },
    output: { format: "iife", codeSplitting: false },
  });
  return output[0].code;
}

function readCanvasStyle(): Promise<string> {
  return readFile(createRequire(import.meta.url).resolve("@xyflow/react/dist/style.css"), "utf8");
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
