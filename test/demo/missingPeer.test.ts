import { afterEach, describe, expect, it, vi } from "vitest";

const INSTALL = "npm install -D sharp @iconify-json/noto emojilib";

describe("a missing package", () => {
  afterEach(() => {
    vi.doUnmock("sharp");
    vi.resetModules();
  });

  it("is named with the install line when a picture is drawn, not when the entry is loaded", async () => {
    vi.resetModules();
    vi.doMock("sharp", () => {
      throw new Error("Cannot find package 'sharp'");
    });
    const { createIllustrator } = await import("../../src/demo/createIllustrator.js");
    const drawing = createIllustrator().generate({
      prompt: "a fox",
      content: "a fox",
      aspectRatio: "square",
      width: 64,
      height: 64,
      style: "auto",
      settings: {},
      scope: "w",
      context: {},
      signal: new AbortController().signal,
    });
    await expect(drawing).rejects.toThrow(INSTALL);
    await expect(drawing).rejects.toThrow('"sharp"');
  });
});
