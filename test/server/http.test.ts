import type { Server } from "node:http";
import { createServer, request as httpRequest } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Generation } from "image-generation-node/contract";
import { createImageNodeHandler, memoryStorage } from "image-generation-node/server";
import { body, deferred, createImage, until } from "./testBackend.js";

let server: Server;
let base = "";
let calls = 0;
let gate = deferred<Uint8Array>();
gate.resolve(new Uint8Array());

beforeAll(async () => {
  let handler: (request: Request) => Promise<Response> = async () => new Response();
  server = createServer(getRequestListener((request) => handler(request), { overrideGlobalObjects: false }));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/image-node`;
  handler = createImageNodeHandler({
    imageModels: {
      "test/painter": {
        model: {
          generate: async ({ width, height }) => {
            calls += 1;
            await gate.promise;
            return createImage(width, height);
          },
        },
      },
    },
    storage: memoryStorage(),
    signingSecret: "a secret for tests only, long enough to be taken",
    dangerouslyAllowAnonymous: true,
    publicUrl: base,
    hooks: { onError: () => undefined },
  });
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

function post(sent: BodyInit, headers: Record<string, string> = {}, signal?: AbortSignal) {
  return fetch(`${base}/generations`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "Idempotency-Key": crypto.randomUUID(), ...headers },
    body: sent,
    ...(signal ? { signal } : {}),
  });
}

describe("over HTTP", () => {
  it("draws, serves the link, and refuses a tampered one", async () => {
    const response = await post(JSON.stringify(body({ aspectRatio: "portrait" })));
    expect(response.status).toBe(200);
    expect(response.headers.get("Image-Generation-Contract")).toBe("1");
    const { output, image } = (await response.json()) as Generation;
    expect(image).toMatchObject({ width: 864, height: 1536 });
    const link = await fetch(output.imageUrl);
    expect(link.headers.get("Content-Type")).toBe("image/png");
    const bytes = new Uint8Array(await link.arrayBuffer());
    expect([...bytes.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
    const head = await fetch(output.imageUrl, { method: "HEAD" });
    expect(head.headers.get("Content-Length")).toBe(String(bytes.byteLength));
    expect((await fetch(`${output.imageUrl}x`)).status).toBe(403);
  });

  it("streams events as they happen", async () => {
    gate = deferred();
    const response = await post(JSON.stringify(body()), { Accept: "text/event-stream" });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    while (!text.includes('"image","status":"started"')) text += (await reader?.read())?.value ?? "";
    expect(text).toMatch(/^event: started\ndata: \{"id":"gen_/);
    expect(text).not.toContain("event: result");
    gate.resolve(new Uint8Array());
    for (;;) {
      const chunk = await reader?.read();
      if (!chunk || chunk.done) break;
      text += chunk.value;
    }
    expect(text.match(/event: (result|error)/g)).toEqual(["event: result"]);
  });

  it("goes on when the caller hangs up, and the key leads back to the image", async () => {
    gate = deferred();
    calls = 0;
    const text = JSON.stringify(body());
    const controller = new AbortController();
    const gone = post(text, { "Idempotency-Key": "hung-up" }, controller.signal);
    await until(() => calls === 1);
    controller.abort();
    await expect(gone).rejects.toThrow();
    expect((await post(text, { "Idempotency-Key": "hung-up" })).status).toBe(409);
    gate.resolve(new Uint8Array());
    await until(async () => (await post(text, { "Idempotency-Key": "hung-up" })).status === 200);
    expect(calls).toBe(1);
  });

  it.each([
    ["1 MB", "x".repeat(1_000_000), {}, 413, "payload_too_large"],
    ["broken JSON", "{", {}, 400, "invalid_json"],
    ["a form", "a=b", { "Content-Type": "application/x-www-form-urlencoded" }, 415, "unsupported_media_type"],
  ])("refuses %s", async (_, sent, headers, status, kind) => {
    const response = await post(sent, headers);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ kind });
  });

  it("refuses a body that claims to be shorter than it is by never ending", async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const outgoing = httpRequest(
        `${base}/generations`,
        { method: "POST", headers: { "Content-Type": "application/json", "Idempotency-Key": "endless" } },
        (incoming) => {
          incoming.resume();
          resolve(incoming.statusCode);
          outgoing.destroy();
        },
      );
      outgoing.on("error", reject);
      const chunk = Buffer.alloc(64 * 1024, " ");
      const write = () => {
        while (!outgoing.destroyed && outgoing.write(chunk));
      };
      outgoing.on("drain", write);
      write();
    });
    expect(status).toBe(413);
  });
});
