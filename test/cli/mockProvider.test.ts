import { createOpenAI } from "@ai-sdk/openai";
import { APICallError, generateImage, generateText } from "ai";
import sharp from "sharp";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { listen } from "../../src/cli/listen.js";
import { createMockProvider } from "../../src/cli/mock-provider/createMockProvider.js";
import { mockProvider } from "../../src/cli/mock-provider/mockProvider.js";
import { runCommand } from "./runCommand.js";

const provider = createMockProvider();
const server = await listen(provider.handler);
const openai = createOpenAI({ baseURL: `${server.origin}/v1`, apiKey: "any" });
const draw = (prompt: string, abortSignal?: AbortSignal) =>
  generateImage({
    model: openai.image("gpt-image-1"),
    prompt,
    size: "1536x1024",
    maxRetries: 0,
    ...(abortSignal && { abortSignal }),
  });

afterAll(() => server.close());
beforeEach(async () => {
  await fetch(`${server.origin}/calls`, { method: "DELETE" });
});

describe("mock-provider with the SDK's OpenAI provider", () => {
  it("draws a picture of the asked size", async () => {
    const { image } = await draw("A fox");
    expect(await sharp(image.uint8Array).metadata()).toMatchObject({
      format: "png",
      width: 1536,
      height: 1024,
    });
  });

  const edit = (images: Uint8Array[], prompt = "A fox") =>
    generateImage({ model: openai.image("gpt-image-1"), prompt: { text: prompt, images }, maxRetries: 0 });
  const flat = async (background: string, format: "png" | "jpeg" | "gif" = "png") =>
    new Uint8Array(
      await sharp({ create: { width: 40, height: 30, channels: 3, background } })
        .toFormat(format)
        .toBuffer(),
    );

  it("takes pictures, lists them, and draws by them", async () => {
    const [red, blue] = [await flat("#c00"), await flat("#00c", "jpeg")];
    const draws = [
      await edit([red, blue]),
      await edit([red, blue]),
      await edit([blue, red]),
      await draw("A fox"),
    ];
    const [first, again, turned, without] = draws.map(({ image }) => Buffer.from(image.uint8Array));
    expect(first?.equals(again ?? Buffer.alloc(0))).toBe(true);
    expect(first?.equals(turned ?? Buffer.alloc(0))).toBe(false);
    expect(first?.equals(without ?? Buffer.alloc(0))).toBe(false);
    const [call] = provider.calls;
    expect(call).toMatchObject({
      kind: "image",
      model: "gpt-image-1",
      prompt: "A fox",
      images: [
        { mimeType: "image/png", sizeInBytes: red.byteLength },
        { mimeType: "image/jpeg", sizeInBytes: blue.byteLength },
      ],
    });
    expect(provider.calls.at(-1)).not.toHaveProperty("images");
    await expect(edit([red], "A fox [[moderation]]")).rejects.toThrow("Rejected by the safety system");
  });

  it("refuses an edit without pictures, with too many, or with other files", async () => {
    const png = await flat("#c00");
    for (const images of [[], Array.from({ length: 17 }, () => png), [await flat("#c00", "gif")]]) {
      await expect(edit(images)).rejects.toThrow("Invalid value for the parameter image");
    }
  });

  it.each([
    ["moderation", 400, "moderation_blocked"],
    ["rejected", 400, "invalid_value"],
    ["429", 429, "rate_limit_exceeded"],
    ["402", 429, "insufficient_quota"],
    ["401", 401, "invalid_api_key"],
    ["500", 500, "server_error"],
    ["503", 503, "server_error"],
  ])("answers [[%s]] with %i %s", async (marker, status, code) => {
    const error: unknown = await draw(`A fox [[${marker}]]`).catch((thrown: unknown) => thrown);
    expect(APICallError.isInstance(error) && error.statusCode).toBe(status);
    expect(APICallError.isInstance(error) && error.responseBody).toContain(code);
  });

  it("says how long to wait with [[429]]", async () => {
    const error: unknown = await draw("A fox [[429]]").catch((thrown: unknown) => thrown);
    expect(APICallError.isInstance(error) && error.responseHeaders?.["retry-after"]).toBe("2");
  });

  it("loses the connection in the middle of [[cut]]", async () => {
    await expect(draw("A fox [[cut]]")).rejects.toThrow();
  });

  it("sends no picture for [[empty]]", async () => {
    await expect(draw("A fox [[empty]]")).rejects.toThrow("No image generated");
  });

  it.each([
    ["jpeg", "jpeg", 256],
    ["wide", "png", 1536],
    ["huge", "png", 20_000],
  ])("sends a %s picture for its marker", async (marker, format, width) => {
    const { image } = await draw(`A fox [[${marker}]]`);
    expect(await sharp(image.uint8Array, { limitInputPixels: false }).metadata()).toMatchObject({
      format,
      width,
    });
  });

  it.each([
    ["html", "<!doctype html>"],
    ["svg", "<svg"],
  ])("sends %s in a picture's place for its marker", async (marker, beginning) => {
    const { image } = await draw(`A fox [[${marker}]]`);
    expect(new TextDecoder().decode(image.uint8Array)).toContain(beginning);
  });

  it("takes its time with [[slow:…]], and notices who left", async () => {
    const began = performance.now();
    await draw("A fox [[slow:300]]");
    expect(performance.now() - began).toBeGreaterThan(290);
    await expect(draw("A fox [[slow:60000]]", AbortSignal.timeout(50))).rejects.toThrow();
  });

  it.each(["chat", "responses"] as const)("writes a prompt in the format of %s", async (format) => {
    const { text, usage } = await generateText({
      model: openai[format]("gpt-5-mini"),
      system: "You write prompts.",
      prompt: "A fox [[429]] 0f3a91bc-12de",
    });
    expect(text).toBe("A calm image as asked [[429]] 0f3a91bc-12de");
    expect(usage.totalTokens).toBe(30);
  });

  it.each([
    ["chat", "writes-nothing", "stop"],
    ["chat", "writer-refuses", "content-filter"],
    ["responses", "writes-nothing", "stop"],
    ["responses", "writer-refuses", "content-filter"],
  ] as const)("writes nothing in %s for [[%s]]", async (format, marker, reason) => {
    const result = await generateText({ model: openai[format]("gpt-5-mini"), prompt: `[[${marker}]]` });
    expect([result.text, result.finishReason]).toEqual(["", reason]);
  });

  it("tells what it got, and forgets it when asked to", async () => {
    await draw("A fox [[jpeg]]");
    await generateText({ model: openai.chat("gpt-5-mini"), system: "Be brief.", prompt: "A hare" });
    const calls = async () =>
      ((await (await fetch(`${server.origin}/calls`)).json()) as { calls: unknown }).calls;
    expect(await calls()).toEqual([
      expect.objectContaining({
        kind: "image",
        model: "gpt-image-1",
        prompt: "A fox [[jpeg]]",
        size: "1536x1024",
        marker: "jpeg",
      }),
      expect.objectContaining({
        kind: "prompt",
        model: "gpt-5-mini",
        prompt: "Be brief.\nA hare",
        marker: null,
      }),
    ]);
    await fetch(`${server.origin}/calls`, { method: "DELETE" });
    expect(await calls()).toEqual([]);
  });

  describe("given settings", () => {
    const ask = async (settings: Record<string, unknown>) => {
      const response = await fetch(`${server.origin}/v1/images/generations`, {
        method: "POST",
        headers: { Authorization: "Bearer any" },
        body: JSON.stringify({ model: "m", prompt: "A fox", size: "64x64", n: 1, ...settings }),
      });
      const answer = (await response.json()) as { data?: { b64_json: string }[]; [member: string]: unknown };
      return { status: response.status, answer, image: answer.data?.[0]?.b64_json };
    };

    it("records them, and repeats what OpenAI repeats", async () => {
      const settings = { quality: "high", background: "opaque", seed: 7, style: "vivid" };
      const { answer } = await ask(settings);
      expect(answer).toMatchObject({ quality: "high", background: "opaque" });
      expect("seed" in answer).toBe(false);
      expect(provider.calls.at(-1)).toMatchObject({ size: "64x64", settings });
      expect("quality" in (await ask({ quality: "auto" })).answer).toBe(false);
    });

    it("draws the same image for the same seed, and another for another", async () => {
      const seeds = [undefined, 0, 1, 2, 3, 255, 256, 4_294_967_295, 9_007_199_254_740_991];
      const images = await Promise.all(seeds.map(async (seed) => (await ask({ seed })).image));
      expect(new Set(images).size).toBe(seeds.length);
      expect((await ask({ seed: 256 })).image).toBe(images[6]);
      const png = Buffer.from(images[6] ?? "", "base64");
      expect(await sharp(png).metadata()).toMatchObject({ format: "png", width: 64, height: 64 });
    });

    it.each([
      ["quality", "ultra"],
      ["background", "pink"],
      ["seed", 1.5],
      ["seed", "7"],
    ])("refuses the %s %j as OpenAI would", async (name, value) => {
      const { status, answer } = await ask({ [name]: value });
      expect([status, JSON.stringify(answer)]).toEqual([400, expect.stringContaining(`parameter ${name}`)]);
    });

    it("gets them from the SDK's provider", async () => {
      await generateImage({
        model: openai.image("gpt-image-1"),
        prompt: "A fox",
        size: "1024x1024",
        providerOptions: { openai: { quality: "low" } },
      });
      expect(provider.calls.at(-1)).toMatchObject({ settings: { quality: "low" } });
    });
  });

  it("wants an API key", async () => {
    const response = await fetch(`${server.origin}/v1/images/generations`, { method: "POST", body: "{}" });
    expect(response.status).toBe(401);
  });
});

describe("the command mock-provider", () => {
  it("prints its address and its markers, and stops", async () => {
    const run = runCommand(mockProvider, "--port", "0");
    const [, origin = ""] = await run.printed(/format: (http:\/\/127\.0\.0\.1:\d+)/);
    expect((await fetch(`${origin}/calls`)).status).toBe(200);
    expect(run.output()).toContain("[[moderation]]");
    run.stop();
    expect(await run.code).toBe(0);
    await expect(fetch(`${origin}/calls`)).rejects.toThrow();
  });
});
