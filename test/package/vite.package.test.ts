import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Browser } from "playwright";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { startCommand } from "./background.js";
import { drawOnce, openBrowser, visit } from "./browser.js";
import { runScript } from "./command.js";

const FILES: Readonly<Record<string, string>> = {
  "index.html": `<!doctype html>
<html lang="en"><head><link rel="icon" href="data:," /></head>
<body><div id="root"></div><script type="module" src="/main.jsx"></script></body></html>
`,
  "vite.config.js": `import react from "@vitejs/plugin-react";
// React, Radix and the panel in one chunk are more than Vite's 500 kB, which it would advise to split.
export default { plugins: [react()], logLevel: "warn", build: { chunkSizeWarningLimit: 700 } };
`,
  "main.jsx": `import { ImageNodePanel, ImageNodeProvider, ImageNodeScope } from "image-generation-node";
import { createImageNodeConfig } from "image-generation-node/contract";
import "image-generation-node/styles.css";
import { StrictMode, useState, version } from "react";
import { createRoot } from "react-dom/client";

function App() {
  const [config, setConfig] = useState(() => createImageNodeConfig());
  return (
    <ImageNodeProvider baseUrl="/api/image-node">
      <ImageNodeScope nodeId="n4" nodeSlug="image_gen" variables={[]}>
        <ImageNodePanel value={config} onValueChange={setConfig} />
      </ImageNodeScope>
      <output data-react={version}>{config.prompt.template}</output>
    </ImageNodeProvider>
  );
}

createRoot(document.getElementById("root")).render(<StrictMode><App /></StrictMode>);
`,
};

/** Serves the built app and the back end under one origin, as a host's server would. */
const SERVER = (backend: string) => `import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { Readable } from "node:stream";
${backend}

const TYPES = { html: "text/html", js: "text/javascript", css: "text/css" };
let handler;
const server = createServer(async (incoming, outgoing) => {
  const url = new URL(incoming.url, "http://" + incoming.headers.host);
  if (!url.pathname.startsWith("/api/")) {
    const path = url.pathname === "/" ? "/index.html" : url.pathname;
    const file = await readFile(new URL("./dist" + path, import.meta.url)).catch(() => null);
    outgoing.writeHead(file ? 200 : 404, { "Content-Type": TYPES[path.split(".").at(-1)] ?? "text/plain" });
    outgoing.end(file);
    return;
  }
  const { method, headers } = incoming;
  const body = method === "GET" ? undefined : Readable.toWeb(incoming);
  const response = await handler(new Request(url, { method, headers, body, duplex: "half" }));
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.body) Readable.fromWeb(response.body).pipe(outgoing);
  else outgoing.end();
});
server.listen(0, "127.0.0.1", () => {
  const origin = "http://127.0.0.1:" + server.address().port;
  handler = createBackend(origin + "/api/image-node").handler;
  console.log("Ready: " + origin);
});
`;

const APPS = [
  {
    name: "React 19, drawn by the demo back end",
    react: "19.",
    key: "app",
    width: 1024,
    backend: `import { createDemoBackend } from "image-generation-node/demo";
const createBackend = (publicUrl) => createDemoBackend({ publicUrl });`,
  },
  {
    name: "React 18.2 and no optional peer, drawn by the scripted back end",
    react: "18.2.0",
    key: "react18App",
    width: 1024,
    backend: `import { createScriptedBackend } from "image-generation-node/testing";
const createBackend = () => createScriptedBackend();`,
  },
] as const;

describe.each(APPS)("a Vite app on $name", ({ key, react, width, backend }) => {
  const app = inject(key);
  const folder = join(app, "vite-app");
  let browser: Browser;

  beforeAll(async () => {
    for (const [path, text] of Object.entries({ ...FILES, "serve.mjs": SERVER(backend) })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it("builds without a warning", async () => {
    const { code, output } = await runScript(folder, join(app, "node_modules/vite/bin/vite.js"), ["build"]);
    expect({ code, output }).toEqual({ code: 0, output: "" });
  });

  it("shows the panel, tells the host what is typed, and shows one picture", async () => {
    const server = startCommand(folder, process.execPath, ["serve.mjs"]);
    const [, url = ""] = await server.printed(/Ready: (\S+)/);
    const { page, complaints } = await visit(browser, url);
    expect(await drawOnce(page, "A red fox under a full moon")).toBe(width);
    const output = page.locator("output[data-react]");
    expect(await output.textContent()).toBe("A red fox under a full moon");
    expect(await output.getAttribute("data-react")).toContain(react);
    expect(complaints).toEqual([]);
    await page.close();
    await server.stop();
  });
});
