import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { describe, expect, it, onTestFinished } from "vitest";
import { createClient, createGeneration, toBlob } from "image-generation-node/client";
import { createImageNodeConfig } from "image-generation-node/contract";
import { createDemoBackend } from "image-generation-node/demo";

/** Our own handler with the demo illustrator behind a real HTTP server. */
async function startBackend() {
  let handler: (request: Request) => Promise<Response> = () => Promise.reject(new Error("not ready"));
  const server = createServer(
    getRequestListener((request) => handler(request), { overrideGlobalObjects: false }),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/image-node`;
  handler = createDemoBackend({ publicUrl: baseUrl }).handler;
  return createClient({ baseUrl });
}

const request = {
  config: createImageNodeConfig({
    prompt: { template: "A {{trigger.output.style}} fox" },
    aspectRatio: "landscape",
    style: "watercolor",
  }),
  variables: { trigger: { output: { style: "noir" } } },
};

describe("the client and our own handler", () => {
  it("draw a picture over a stream, and its link opens", async () => {
    const client = await startBackend();
    expect((await client.catalog()).features.runs).toBe(true);
    const store = createGeneration(client);
    const stages = new Set<string | undefined>();
    store.subscribe(() => stages.add(store.getSnapshot().stage));
    await store.start(request);
    const { generation } = store.getSnapshot();
    expect(generation?.output.prompt).toBe("A noir fox");
    expect(generation?.image).toMatchObject({ width: 1536, height: 864 });
    expect(stages).toContain("image");
    if (generation) expect((await toBlob(generation)).size).toBeGreaterThan(1000);
  });

  it("draw it once however often the same key asks, by JSON, by stream and asynchronously", async () => {
    const client = await startBackend();
    const idempotencyKey = "one";
    const [a, b] = await Promise.all([
      client.generate(request, { idempotencyKey, stream: false }),
      client.generate(request, { idempotencyKey }),
    ]);
    const c = await client.generate(request, { idempotencyKey, respondAsync: true });
    const d = await client.rejoin(a.id);
    expect(new Set([a, b, c, d].map((one) => one.output.attachmentId)).size).toBe(1);
    expect((await client.get(a.id)).status).toBe("succeeded");
    expect((await client.refreshUrl(a.output.attachmentId)).imageUrl).toMatch(/^http/);
    await client.cancel(a.id);
  });

  it("say what is missing before anything is spent", async () => {
    const client = await startBackend();
    const asked = client.generate({ ...request, variables: {} });
    await expect(asked).rejects.toMatchObject({ kind: "missing_variable", status: 422, charged: false });
    const preview = await client.previewPrompt({
      ...request,
      config: createImageNodeConfig({ prompt: { mode: "auto" } }),
      variables: { agent: { output: { text: "Three red foxes play in the snow at dusk" } } },
    });
    expect(preview.stages.written).toBeTruthy();
  });
});
