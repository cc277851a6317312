import { describe, expect, it } from "vitest";
import sharp from "sharp";
import { STYLES } from "image-generation-node/contract";
import { createIllustrator } from "../../src/demo/createIllustrator.js";

type Request = Parameters<ReturnType<typeof createIllustrator>["generate"]>[0];

const ask = (overrides: Partial<Request> = {}): Request => ({
  prompt: "a red fox under a full moon. Style: …",
  content: "a red fox under a full moon",
  aspectRatio: "square",
  width: 320,
  height: 320,
  style: "auto",
  settings: {},
  scope: "w",
  context: {},
  signal: new AbortController().signal,
  ...overrides,
});

const pixelsOf = async (png: Uint8Array) => sharp(png).resize(64, 64).removeAlpha().raw().toBuffer();

describe("createIllustrator", () => {
  it.each([
    ["square", 1024, 1024],
    ["landscape", 1536, 864],
    ["portrait", 864, 1536],
  ] as const)("gives a PNG of exactly the %s size", async (aspectRatio, width, height) => {
    const png = await createIllustrator().generate(ask({ aspectRatio, width, height }));
    expect([...png.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
    expect(await sharp(png).metadata()).toMatchObject({ width, height, format: "png" });
  });

  it.each([
    "a red fox under a full moon",
    "Professional business infographic showing revenue up 24%",
    "freedom and time",
  ])("draws %j so that no two styles look alike", async (content) => {
    const illustrator = createIllustrator();
    const drawn: (readonly [string, Buffer])[] = [];
    for (const style of STYLES)
      drawn.push([style, await pixelsOf(await illustrator.generate(ask({ content, style })))]);
    const close: string[] = [];
    drawn.forEach(([name, pixels], index) => {
      for (const [other, others] of drawn.slice(index + 1)) {
        const difference =
          pixels.reduce((sum, value, at) => sum + Math.abs(value - (others[at] ?? 0)), 0) / pixels.length;
        if (difference < 4) close.push(`${name} and ${other}: ${difference.toFixed(1)}`);
      }
    });
    expect(close).toEqual([]);
  });

  it("gives the same bytes for the same request", async () => {
    const illustrator = createIllustrator();
    const [first, second] = await Promise.all([
      illustrator.generate(ask({ style: "oil_painting" })),
      illustrator.generate(ask({ style: "oil_painting" })),
    ]);
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  });

  it("draws what it drew before otherwise, where it is told to", async () => {
    const illustrator = createIllustrator({ vary: true });
    const first = await illustrator.generate(ask());
    const second = await illustrator.generate(ask());
    const another = await createIllustrator({ vary: true }).generate(ask());
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(false);
    expect(Buffer.from(first).equals(Buffer.from(another))).toBe(true);
  });

  it("draws a style it does not know like auto", async () => {
    const illustrator = createIllustrator();
    const [own, auto] = await Promise.all([
      illustrator.generate(ask({ style: "brand_7" })),
      illustrator.generate(ask()),
    ]);
    expect(Buffer.from(own).equals(Buffer.from(auto))).toBe(true);
  });

  it("shows a small unfinished picture first", async () => {
    const partial: Uint8Array[] = [];
    await createIllustrator().generate(ask({ onPartialImage: (bytes) => partial.push(bytes) }));
    expect(partial).toHaveLength(1);
    expect(await sharp(partial[0]).metadata()).toMatchObject({ width: 80, height: 80, format: "png" });
  });

  it("stops with the signal's reason, before and while it draws", async () => {
    const reason = new Error("no longer wanted");
    await expect(createIllustrator().generate(ask({ signal: AbortSignal.abort(reason) }))).rejects.toBe(
      reason,
    );
    const controller = new AbortController();
    const drawing = createIllustrator({ delayMs: 60_000 }).generate(
      ask({ signal: controller.signal, onPartialImage: () => setTimeout(() => controller.abort(reason), 5) }),
    );
    await expect(drawing).rejects.toBe(reason);
  });

  it.each(["", "夕焼け", "\u0000\ud800 <&>\"'", "x".repeat(4000), "a cat ".repeat(600)])(
    "draws something for the prompt %#",
    async (content) => {
      const png = await createIllustrator().generate(ask({ content, width: 128, height: 128 }));
      expect(await sharp(png).metadata()).toMatchObject({ width: 128, height: 128 });
    },
  );
});
