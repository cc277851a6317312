import { describe, expect, it, vi } from "vitest";
import type { SdkModel } from "../../src/server/models/ModelEntry.js";
import { generic } from "../../src/server/models/providers/generic.js";
import { watchRequests } from "../../src/server/models/watchRequests.js";

/** A model whose provider sends its answer in pieces, and does not say how long it is. */
function watch(answer: unknown, pieceLength: number, isBlocked: (value: unknown) => boolean) {
  const bytes = new TextEncoder().encode(JSON.stringify(answer));
  const pieces = Array.from({ length: Math.ceil(bytes.length / pieceLength) }, (_, index) =>
    bytes.slice(index * pieceLength, (index + 1) * pieceLength),
  );
  const fetch = async () => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const piece of pieces) controller.enqueue(piece);
        controller.close();
      },
    });
    return new Response(body, { headers: { "Content-Type": "application/json" } });
  };
  const model = { provider: "test", modelId: "m", doGenerate: async () => ({}), config: { fetch } };
  const watched = watchRequests(model, { ...generic, isBlocked });
  const { config } = watched.model as Exclude<SdkModel, string> & { config: { fetch: typeof fetch } };
  return { send: config.fetch, log: watched.log };
}

describe("watchRequests", () => {
  it("ends the call at an answer that says the image was blocked", async () => {
    const isBlocked = vi.fn(() => true);
    const { send, log } = watch({ reason: "säfety" }, 1, isBlocked);
    await expect(send()).rejects.toMatchObject({ kind: "content_blocked", charged: null });
    expect(isBlocked).toHaveBeenCalledWith({ reason: "säfety" });
    expect(log).toEqual({ sent: 1, accepted: true });
  });

  it("passes on every other answer whole", async () => {
    const { send } = watch({ reason: "säfety" }, 1, () => false);
    expect(await (await send()).json()).toEqual({ reason: "säfety" });
  });

  it("asks a service by the host's own fetch, and guards the links of what may name some", async () => {
    const own = vi.fn(async (_: string) => new Response("{}"));
    const model = { provider: "test", modelId: "m", doGenerate: async () => ({}), config: { fetch: own } };
    const watched = watchRequests(model, { ...generic, delivers: "either" });
    const { fetch } = (watched.model as Exclude<SdkModel, string> & { config: { fetch: typeof own } }).config;
    await fetch("http://localhost:4000/v1/images/generations");
    await expect(fetch("https://127.0.0.1/image.png")).rejects.toMatchObject({ kind: "bad_image" });
    await expect(fetch("http://redis/")).rejects.toMatchObject({ kind: "bad_image" });
    expect(own).toHaveBeenCalledTimes(1);
  });

  it("does not look at an answer as long as an image, and passes on all of it", async () => {
    const isBlocked = vi.fn(() => true);
    const { send, log } = watch("a".repeat(120_000), 10_000, isBlocked);
    expect(await (await send()).json()).toHaveLength(120_000);
    expect(isBlocked).not.toHaveBeenCalled();
    expect(log).toMatchObject({ accepted: true });
  });
});
