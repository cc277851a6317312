import { describe, expect, it } from "vitest";
import { createClient } from "image-generation-node/client";
import type { GenerateOptions, Outcome } from "image-generation-node/client";
import { createImageNodeConfig, pickSettings } from "image-generation-node/contract";
import type { PinnedImage } from "image-generation-node/contract";
import { createScriptedBackend, fixtures, inProcessFetch } from "image-generation-node/testing";
import type { Script } from "image-generation-node/testing";
import { catchError } from "./catchError.js";

const HOUR = 3_600_000;
const config = createImageNodeConfig({ prompt: { template: "A fox" } });
const request = { config, variables: {} };

/** A back end in memory that has made the image which is pinned; its log begins after that. */
async function startPinned(
  script: Script = {},
  answer?: (request: Request) => Response | Promise<Response> | undefined,
) {
  const backend = createScriptedBackend({ links: "http", ...script });
  const baseUrl = "http://localhost/api/image-node";
  const client = createClient({
    baseUrl,
    maxRetries: 0,
    fetch: inProcessFetch(
      async (sent) => (sent.url.endsWith("/url") && (await answer?.(sent))) || backend.handler(sent),
    ),
  });
  const generation = await client.generate(request);
  const pinned: PinnedImage = { generation, config, pinnedAt: "2026-11-29T10:00:00Z" };
  const before = backend.requests.length;
  const seen = () => backend.requests.slice(before).map(({ method, path }) => `${method} ${path}`);
  const url = `POST /api/image-node/attachments/${generation.output.attachmentId}/url`;
  return { ...backend, client, generation, pinned, seen, url };
}

describe("generate with a pinned image", () => {
  it("answers the pinned generation with a fresh link, and asks no model", async () => {
    const { client, pinned, generation, seen, url } = await startPinned({ linkTtlSeconds: -60 });
    const again = await client.generate(request, { pinned });
    expect(seen()).toEqual([url]);
    expect(again).toMatchObject({ id: generation.id, pinned: true, usage: { items: [] }, warnings: [] });
    expect(again).not.toHaveProperty("timings");
    expect(again.output).toEqual({ ...generation.output, imageUrl: again.output.imageUrl });
    expect(again.output.imageUrl).not.toBe(generation.output.imageUrl);
    expect(Date.parse(again.image.expiresAt)).toBeGreaterThan(Date.now() + HOUR);
    // What the host saved stays as it is.
    expect(pinned.generation).toBe(generation);
    expect(generation).not.toHaveProperty("pinned");
  });

  it.each([undefined, null])("makes an image for %s", async (pinned) => {
    const { client, generation, seen } = await startPinned();
    const made = await client.generate(request, { pinned });
    expect(made.id).not.toBe(generation.id);
    expect(made).not.toHaveProperty("pinned");
    expect(seen()).toEqual(["POST /api/image-node/generations"]);
  });

  it("says when the pinned image was made with other settings, once", async () => {
    const { client, pinned, generation } = await startPinned();
    const other = { ...request, config: { ...config, style: "sketch" } };
    const again = await client.generate(other, { pinned });
    const note = {
      code: "pinned_other_settings",
      message: "The pinned picture was made with other settings.",
    };
    expect(again.warnings).toEqual([...(generation.warnings ?? []), note]);
    const twice = await client.generate(other, { pinned: { ...pinned, generation: again } });
    expect(twice.warnings).toEqual(again.warnings);
    const back = await client.generate(request, { pinned: { ...pinned, generation: again } });
    expect(back.warnings).toEqual(generation.warnings ?? []);
  });

  it("claims nothing where the settings of the pinned image are not known", async () => {
    const { client, generation } = await startPinned();
    const again = await client.generate(
      { config: { ...config, style: "sketch" } },
      { pinned: { generation } },
    );
    expect(again.warnings).toEqual(generation.warnings ?? []);
  });

  it("compares what a person chose, not what was left out of it for the model", async () => {
    const { client, pinned } = await startPinned();
    const chosen = { ...config, settings: { other_models_setting: 1 } };
    const sent = pickSettings(chosen, fixtures.catalog);
    expect(sent).not.toHaveProperty("settings");
    const again = await client.generate({ config: sent }, { pinned: { ...pinned, config: chosen } });
    expect(again.warnings).toEqual([]);
  });

  it("rejects with attachment_deleted when the image is gone, and makes no other", async () => {
    const { client, pinned, seen, url, change } = await startPinned();
    change({ deleted: true });
    const error = await catchError(client.generate(request, { pinned }));
    expect(error).toMatchObject({
      kind: "attachment_deleted",
      status: 410,
      charged: false,
      message: "The pinned image was deleted. Unpin it, or generate a new one.",
    });
    expect(seen()).toEqual([url]);
  });

  it("says when the back end does not know the image", async () => {
    const [{ client }, other] = await Promise.all([startPinned(), startPinned()]);
    const { output } = other.generation;
    const generation = { ...other.generation, output: { ...output, attachmentId: "att_of_another" } };
    const error = await catchError(client.generate(request, { pinned: { generation } }));
    expect(error).toMatchObject({ kind: "not_found", charged: false });
    expect(error.message).toContain("does not know the pinned image");
  });

  const noOperation: [string, () => Response][] = [
    ["answers 404 in its own words", () => new Response("Cannot POST", { status: 404 })],
    ["answers 405", () => new Response("", { status: 405 })],
  ];
  it.each(noOperation)("uses the saved link where the back end %s, while it lasts", async (_, answer) => {
    const { client, pinned, generation } = await startPinned({}, answer);
    const again = await client.generate(request, { pinned });
    expect(again.output.imageUrl).toBe(generation.output.imageUrl);
    expect(again.image.expiresAt).toBe(generation.image.expiresAt);
    expect(again.pinned).toBe(true);
  });

  it.each(noOperation)("says that the link has ended where the back end %s", async (_, answer) => {
    const { client, pinned, seen } = await startPinned({ linkTtlSeconds: -60 }, answer);
    const error = await catchError(client.generate(request, { pinned }));
    expect(error).toMatchObject({ kind: "link_expired", charged: false });
    expect(error.message).toMatch(/gives no fresh ones\. Unpin it/);
    expect(seen()).toEqual([]);
  });

  it("uses the saved link without a connection, while it lasts", async () => {
    const offline = () => Promise.reject(new TypeError("fetch failed"));
    const lasting = await startPinned({}, offline);
    const again = await lasting.client.generate(request, { pinned: lasting.pinned });
    expect(again.output.imageUrl).toBe(lasting.generation.output.imageUrl);
    const ended = await startPinned({ linkTtlSeconds: -60 }, offline);
    await expect(ended.client.generate(request, { pinned: ended.pinned })).rejects.toMatchObject({
      kind: "network",
    });
  });

  it("does not take a refusal for a lost connection", async () => {
    const { client, pinned } = await startPinned({}, () => new Response("", { status: 401 }));
    await expect(client.generate(request, { pinned })).rejects.toMatchObject({ kind: "unauthorized" });
  });

  it.each(["", 0, false, {}, { generation: null }])(
    "sends nothing for %j, which can't be read",
    async (value) => {
      const { client, seen } = await startPinned();
      const pinned = value as unknown as PinnedImage;
      const error = await catchError(client.generate(request, { pinned }));
      expect(error).toMatchObject({ kind: "contract_violation", charged: false });
      expect(error.message).toMatch(/can't be read, so nothing was sent\. Pin an image again, or unpin it/);
      const [outcome] = await client.generateMany([request], { pinned });
      expect(outcome).toMatchObject({ status: "failed", error: { kind: "contract_violation" } });
      expect(seen()).toEqual([]);
    },
  );

  it("ends with the signal, and after its time", async () => {
    const silent = () => new Promise<Response>(() => undefined);
    const { client, pinned } = await startPinned({}, silent);
    const leave = new AbortController();
    const asked = client.generate(request, { pinned, signal: leave.signal });
    leave.abort(new Error("left"));
    await expect(asked).rejects.toThrow("left");
    const options: GenerateOptions = { pinned, timeoutMs: 1 };
    await expect(client.generate(request, options)).rejects.toMatchObject({ kind: "client_timeout" });
  });
});

describe("generateMany with a pinned image", () => {
  it("gives it to every item, with one request for all", async () => {
    const { client, pinned, generation, seen, url } = await startPinned({ linkTtlSeconds: -60 });
    const items = Array.from({ length: 50 }, (_, index) => ({ ...request, context: { iteration: [index] } }));
    const outcomes = await client.generateMany(items, { pinned, concurrency: 4 });
    expect(seen()).toEqual([url]);
    const made = outcomes.flatMap((item) => (item.status === "succeeded" ? [item.generation] : []));
    expect(made).toHaveLength(50);
    expect(made.every(({ id, pinned: is }) => id === generation.id && is)).toBe(true);
    expect(new Set(made.map(({ output }) => output.imageUrl)).size).toBe(1);
  });

  it("never passes off a pinned image as the result of a run that is for real", async () => {
    const { client, pinned, generation, seen } = await startPinned();
    const items = [{ ...request, context: { workflowRunId: "run_1", nodeId: "n4" } }];
    const completed: readonly Outcome[] = await client.generateMany(items, { pinned });
    const before = seen().length;
    const [outcome] = await client.generateMany(items, { completed });
    expect(seen().slice(before)).toEqual(["POST /api/image-node/generations"]);
    expect(outcome).toMatchObject({ status: "succeeded", reused: false });
    expect(outcome?.status === "succeeded" && outcome.generation.id).not.toBe(generation.id);
  });
});
