import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { createImageNodeConfig } from "../../src/contract/index.js";
import { environment, runScript } from "../package/command.js";
import { freePort, said } from "../queue/postgresServer.js";

const ROUTE = "app/api/image-node/[...path]/route.js";

const FILES: Readonly<Record<string, string>> = {
  "package.json": `{ "name": "mounted", "private": true, "type": "module" }\n`,
  "next.config.mjs": `import { dirname } from "node:path";
const root = dirname(import.meta.dirname);
export default { outputFileTracingRoot: root, turbopack: { root } };
`,
  "app/layout.jsx": `export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>;
}
`,
  "app/page.jsx": `export default function Page() {
  return <p>The back end is below.</p>;
}
`,
  [ROUTE]: `import { createImageNodeHandler, memoryStorage } from "image-generation-node/server";
import { createPng } from "image-generation-node/testing";

let calls = 0;
let gate = Promise.resolve();
let open = () => {};
const orders = {
  calls: () => calls,
  shut: () => void (gate = new Promise((resolve) => (open = resolve))),
  open: () => open(),
};
const handler = createImageNodeHandler({
  imageModels: {
    "test/painter": {
      model: {
        async generate({ width, height }) {
          calls += 1;
          await gate;
          return createPng({ width: width / 16, height: height / 16 });
        },
      },
    },
  },
  storage: memoryStorage(),
  signingSecret: "a secret for tests only, long enough to be taken",
  dangerouslyAllowAnonymous: true,
  publicUrl: process.env.PUBLIC_URL ?? "http://127.0.0.1:3000/api/image-node",
});
export const GET = (request) => {
  const order = orders[new URL(request.url).pathname.split("/").at(-1)];
  return order ? Response.json({ answer: order() }) : handler(request);
};
export { handler as POST, handler as DELETE };
`,
};

describe("mounted as a Next.js route handler", () => {
  const app = join(inject("app"), "mounted");
  const next = join(inject("app"), "node_modules/next/dist/bin/next");
  let server: ChildProcess | undefined;
  let base = "";

  beforeAll(async () => {
    for (const [path, text] of Object.entries(FILES)) {
      mkdirSync(dirname(join(app, path)), { recursive: true });
      writeFileSync(join(app, path), text);
    }
    const { code, output } = await runScript(app, next, ["build"]);
    expect(code, output).toBe(0);
    const port = String(await freePort());
    base = `http://127.0.0.1:${port}/api/image-node`;
    server = spawn(process.execPath, [next, "start", "-p", port, "-H", "127.0.0.1"], {
      cwd: app,
      env: { ...environment(), PUBLIC_URL: base },
      stdio: ["ignore", "pipe", "pipe"],
    });
    await said(server, "Ready in");
  });
  afterAll(async () => {
    if (!server || server.exitCode !== null) return;
    const gone = new Promise((resolve) => server?.once("exit", resolve));
    server.kill();
    await gone;
  });

  const body = JSON.stringify({
    config: createImageNodeConfig({ prompt: { template: "A fox" } }),
    variables: {},
  });
  const post = (headers: Record<string, string> = {}, signal: AbortSignal | null = null, sent = body) =>
    fetch(`${base}/generations`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "Idempotency-Key": crypto.randomUUID(), ...headers },
      body: sent,
      signal,
    });
  const order = async (name: "calls" | "shut" | "open") =>
    ((await (await fetch(`${base}/${name}`)).json()) as { answer?: number }).answer;

  it("answers the catalog, draws, and serves the image, its head and a part of it", async () => {
    const catalog = await fetch(`${base}/catalog`);
    expect(catalog.headers.get("Image-Generation-Contract")).toBe("1");
    const { output } = (await (await post()).json()) as { output: { imageUrl: string } };
    expect(output.imageUrl.startsWith(`${base}/attachments/`)).toBe(true);
    const bytes = new Uint8Array(await (await fetch(output.imageUrl)).arrayBuffer());
    expect([...bytes.subarray(1, 4)]).toEqual([0x50, 0x4e, 0x47]);
    const head = await fetch(output.imageUrl, { method: "HEAD" });
    expect([head.status, head.headers.get("ETag") !== null]).toEqual([200, true]);
    const part = await fetch(output.imageUrl, { headers: { Range: "bytes=1-3" } });
    expect([part.status, await part.text()]).toEqual([206, "PNG"]);
  });

  it("streams events as they happen", async () => {
    await order("shut");
    const response = await post({ Accept: "text/event-stream" });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    while (!text.includes('"image","status":"started"')) text += (await reader?.read())?.value ?? "";
    expect(text).not.toContain("event: result");
    await order("open");
    for (let chunk = await reader?.read(); chunk && !chunk.done; chunk = await reader?.read()) {
      text += chunk.value;
    }
    expect(text.match(/event: (?:result|error)/g)).toEqual(["event: result"]);
  });

  it.each(["application/json", "text/event-stream"])(
    "goes on when the caller leaves, and the key leads back (%s)",
    async (accept) => {
      await order("shut");
      const before = await order("calls");
      const headers = { Accept: accept, "Idempotency-Key": crypto.randomUUID() };
      const controller = new AbortController();
      const leaving = post(headers, controller.signal).then((response) => response.text());
      leaving.catch(() => undefined);
      while ((await order("calls")) === before) await new Promise((resolve) => setTimeout(resolve, 20));
      controller.abort();
      await expect(leaving).rejects.toThrow();
      let replay = await post({ ...headers, Accept: "application/json" });
      expect(replay.status).toBe(409);
      await order("open");
      while (replay.status === 409) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        replay = await post({ ...headers, Accept: "application/json" });
      }
      expect([replay.status, replay.headers.get("Idempotency-Replayed")]).toEqual([200, "true"]);
      expect(await order("calls")).toBe(Number(before) + 1);
    },
  );

  it.each([
    ["a body that is too large", "x".repeat(1_000_000), 413, "payload_too_large"],
    ["broken JSON", "{", 400, "invalid_json"],
  ])("refuses %s with a problem", async (_, sent, status, kind) => {
    const response = await post({}, null, sent);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ kind });
  });
});
