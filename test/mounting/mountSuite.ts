import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Generation, GenerationStatus } from "image-generation-node/contract";
import { createImageNodeHandler, memoryStorage } from "image-generation-node/server";
import { body, deferred, createImage, until } from "../server/testBackend.js";

export type Handler = (request: Request) => Promise<Response>;

/** A handler behind a server on this machine. */
export interface Mounted {
  /** The address under which callers reach it. */
  readonly base: string;
  close(): Promise<void>;
}

/** Where hosts mount it; what is stripped on the way must not matter. */
export const PREFIX = "/api/image-node";

/** What must hold however the handler is mounted. `mount` starts a server on 127.0.0.1. */
export function mountSuite(name: string, mount: (handler: Handler) => Promise<Mounted>): void {
  describe(`mounted in ${name}`, () => {
    let mounted: Mounted;
    let calls = 0;
    let gate = deferred<undefined>();

    beforeAll(async () => {
      let handler: Handler = async () => new Response(null, { status: 503 });
      mounted = await mount((request) => handler(request));
      const generate = async ({ width, height }: { width: number; height: number }) => {
        calls += 1;
        await gate.promise;
        return createImage(width / 16, height / 16);
      };
      handler = createImageNodeHandler({
        imageModels: { "test/painter": { model: { generate } } },
        storage: memoryStorage(),
        signingSecret: "a secret for tests only, long enough to be taken",
        dangerouslyAllowAnonymous: true,
        publicUrl: mounted.base,
        hooks: { onError: () => undefined },
      });
    });
    afterAll(() => mounted.close());

    const open = () => gate.resolve(undefined);
    const shut = () => {
      gate = deferred();
      calls = 0;
    };
    const post = (headers: Record<string, string> = {}, signal: AbortSignal | null = null) =>
      fetch(`${mounted.base}/generations`, {
        method: "POST",
        headers: { "Content-Type": "application/json", "Idempotency-Key": crypto.randomUUID(), ...headers },
        body: JSON.stringify(body({ aspectRatio: "landscape" })),
        signal,
      });
    const statusOf = async (id: string) =>
      (await (await fetch(`${mounted.base}/generations/${id}`)).json()) as GenerationStatus;

    it("answers the catalog, and problems for what is not there", async () => {
      const response = await fetch(`${mounted.base}/catalog`);
      expect(response.status).toBe(200);
      expect(response.headers.get("Image-Generation-Contract")).toBe("1");
      const etag = response.headers.get("ETag") ?? "";
      const again = await fetch(`${mounted.base}/catalog`, { headers: { "If-None-Match": etag } });
      expect(again.status).toBe(304);
      const missing = await fetch(`${mounted.base}/nothing`);
      expect(missing.headers.get("Content-Type")).toBe("application/problem+json");
      expect(await missing.json()).toMatchObject({ status: 404, kind: "not_found" });
      expect((await fetch(`${mounted.base}/catalog`, { method: "PUT" })).status).toBe(405);
    });

    it("draws, and its link serves the image, its head and a part of it", async () => {
      open();
      const response = await post();
      expect(response.status).toBe(200);
      const { output } = (await response.json()) as Generation;
      expect(output.imageUrl.startsWith(`${mounted.base}/attachments/`)).toBe(true);
      const bytes = new Uint8Array(await (await fetch(output.imageUrl)).arrayBuffer());
      expect([...bytes.subarray(1, 4)]).toEqual([0x50, 0x4e, 0x47]);
      const head = await fetch(output.imageUrl, { method: "HEAD" });
      expect([head.status, head.headers.get("Content-Length")]).toEqual([200, String(bytes.length)]);
      const part = await fetch(output.imageUrl, { headers: { Range: "bytes=1-3" } });
      expect([part.status, await part.text()]).toEqual([206, "PNG"]);
    });

    it("streams events as they happen", async () => {
      shut();
      const response = await post({ Accept: "text/event-stream" });
      const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
      let text = "";
      while (!text.includes('"image","status":"started"')) text += (await reader?.read())?.value ?? "";
      expect(text).not.toContain("event: result");
      open();
      for (let chunk = await reader?.read(); chunk && !chunk.done; chunk = await reader?.read()) {
        text += chunk.value;
      }
      expect(text.match(/event: (?:result|error)/g)).toEqual(["event: result"]);
    });

    it.each(["", "text/event-stream"])(
      "goes on when the caller leaves, and the key leads back (Accept: %s)",
      async (accept) => {
        shut();
        const headers = { Accept: accept, "Idempotency-Key": crypto.randomUUID() };
        const controller = new AbortController();
        const leaving = post(headers, controller.signal).then((response) => response.text());
        await until(() => calls === 1);
        controller.abort();
        await expect(leaving).rejects.toThrow();
        expect((await post(headers)).status).toBe(409);
        open();
        await until(async () => (await post(headers)).status === 200);
        const replay = await post({ ...headers, Accept: "" });
        expect(replay.headers.get("Idempotency-Replayed")).toBe("true");
        expect(calls).toBe(1);
      },
    );

    it("answers before the end when asked to, and cancels", async () => {
      shut();
      const response = await post({ Prefer: "respond-async" });
      expect(response.status).toBe(202);
      const { id } = (await response.json()) as { id: string };
      expect(response.headers.get("Location")).toBe(`${mounted.base}/generations/${id}`);
      await until(() => calls === 1);
      expect((await statusOf(id)).status).toBe("running");
      await fetch(`${mounted.base}/generations/${id}`, { method: "DELETE" });
      expect(await statusOf(id)).toMatchObject({ status: "cancelled", problem: { charged: null } });
      open();
    });

    it.each([
      ["a body that is too large", "x".repeat(1_000_000), 413, "payload_too_large"],
      ["broken JSON", "{", 400, "invalid_json"],
      ["no body", "", 400, "invalid_json"],
    ])("refuses %s with a problem", async (_, sent, status, kind) => {
      const response = await fetch(`${mounted.base}/generations`, {
        method: "POST",
        headers: { "Content-Type": "application/json", "Idempotency-Key": "k" },
        body: sent,
      });
      expect(response.status).toBe(status);
      expect(await response.json()).toMatchObject({ kind });
    });
  });
}
