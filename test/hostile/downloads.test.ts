import { createHash } from "node:crypto";
import fc from "fast-check";
import { createClient, toBlob, toFile, toFilePart, toFormData } from "image-generation-node/client";
import { ImageNodeError } from "image-generation-node/contract";
import type { Generation } from "image-generation-node/contract";
import { describe, expect, it } from "vitest";
import { MAX_ANSWER_BYTES } from "../../src/client/wire/readJson.js";
import { MAX_IMAGE_BYTES, readBytes } from "../../src/internal/readBytes.js";
import { toPngName } from "../../src/internal/toPngName.js";
import { readPng } from "../../src/react/internal/readPng.js";
import { createSampleGeneration } from "../client/samples.js";
import { tinyPng } from "../react/tinyPng.js";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const joined = (...parts: readonly Uint8Array[]) =>
  Uint8Array.from(parts.flatMap((part) => Array.from(part)));

/** A body that never ends, and counts what was taken of it. */
function endless(chunkBytes: number) {
  const taken = { bytes: 0, cancelled: false };
  const chunk = new Uint8Array(chunkBytes);
  chunk.set(tinyPng());
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        taken.bytes += chunkBytes;
        controller.enqueue(chunk);
      },
      cancel() {
        taken.cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { body, taken };
}

describe("the name of a saved image", () => {
  it.each([
    ["setup.exe", "setup.png"],
    ["SETUP.EXE", "SETUP.png"],
    ["a.png", "a.png"],
    ["a.PNG", "a.png"],
    ["1795944719382-workflow_image_generation-demo.png", "1795944719382-workflow_image_generation-demo.png"],
    ["../../.bashrc", "bashrc.png"],
    ["..\\..\\Start Menu\\run.bat", "run.png"],
    ["C:\\autoexec.bat", "autoexec.png"],
    ["/etc/passwd", "passwd.png"],
    ["a.png\u0000.exe", "a.png.png"],
    ["cute\u202Egnp.exe", "cutegnp.png"],
    ["a.exe\u200B", "a.png"],
    ["a.exe. . ", "a.png"],
    ["con", "_con.png"],
    ["NUL.png", "_NUL.png"],
    ["com¹.txt.png", "_com¹.txt.png"],
    ["aux .png", "_aux.png"],
    ["", "image.png"],
    ["...", "image.png"],
    [".png", "png.png"],
    ["///", "image.png"],
    ["Katze 🐈 – 狐.png", "Katze 🐈 – 狐.png"],
    ['a<b>:"c|d?*.png', "abcd.png"],
  ])("%j becomes %j", (name, expected) => {
    expect(toPngName(name)).toBe(expected);
  });

  it("is short, plain and a PNG's for any text, and stays what it is when it is made again", () => {
    const text = fc.oneof(fc.string({ unit: "binary", maxLength: 600 }), fc.string({ unit: "grapheme" }));
    fc.assert(
      fc.property(text, fc.constantFrom("", ".exe", ".png", ".html", ".png.scr"), (name, ending) => {
        const made = toPngName(name + ending);
        expect(made).toMatch(/^[^\p{C}\p{Zl}\p{Zp}/\\<>:"|?*]+\.png$/u);
        expect(bytesOf(made).length).toBeLessThanOrEqual(205);
        expect(made).not.toMatch(/^[.\s]/);
        expect(toPngName(made)).toBe(made);
      }),
      { numRuns: 1000 },
    );
  });

  it("reads no more than the end of a long name", () => {
    expect(toPngName(`${"/".repeat(1_000_000)}${"x".repeat(500)}.exe`)).toBe(`${"x".repeat(200)}.png`);
  });

  it("is the one of files, parts and forms", async () => {
    const generation = withName("..\\setup.exe");
    const fetch = () => Promise.resolve(new Response(tinyPng()));
    expect((await toFile(generation, { fetch })).name).toBe("setup.png");
    expect((await toFilePart(generation, { fetch })).filename).toBe("setup.png");
    expect(((await toFormData(generation, { fetch })).get("file") as File).name).toBe("setup.png");
  });
});

function withName(name: string): Generation {
  const generation = createSampleGeneration();
  const { output } = generation;
  return { ...generation, output: { ...output, _metadata: { ...output._metadata, name } } };
}

describe("what counts as a PNG", () => {
  const png = tinyPng();

  it("is a whole one, without what stands behind its end", () => {
    expect(readPng(png)).toEqual(png);
    expect(readPng(joined(png, bytesOf("MZ<script>")))).toEqual(png);
  });

  it.each<[string, Uint8Array<ArrayBuffer>]>([
    ["nothing", new Uint8Array()],
    ["a page", bytesOf("<!doctype html><script>alert(1)</script>")],
    ["a program", joined(bytesOf("MZ"), new Uint8Array(200))],
    ["a JPEG", Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, ...new Uint8Array(40))],
    ["an SVG", bytesOf('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ["the signature alone", png.slice(0, 8)],
    ["a signature that differs in its last byte", png.map((byte, index) => (index === 7 ? 0x0d : byte))],
    ["a signature before a page", joined(png.slice(0, 8), bytesOf("<script>alert(1)</script>".repeat(4)))],
    ["a PNG behind a page", joined(bytesOf("<script></script>"), png)],
    ["a header twice", joined(png.slice(0, 33), png.slice(8))],
    ["one without an end", png.slice(0, -12)],
    ["one that is cut", png.slice(0, -1)],
    ["one whose chunk is longer than it", png.map((byte, index) => (index === 33 ? 0xff : byte))],
  ])("is not %s", (_, bytes) => {
    expect(readPng(bytes)).toBeUndefined();
  });

  it("is nothing that was changed before its first pixels, and never throws", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(png.length - 1), (noise, cut) => {
        const read = readPng(joined(png.slice(0, cut), noise));
        if (read) expect(Array.from(read.slice(0, 16))).toEqual(Array.from(png.slice(0, 16)));
      }),
      { numRuns: 500 },
    );
  });
});

describe("a download", () => {
  it("ends at its bound, counted, whatever its headers say", async () => {
    const chunk = 1 << 20;
    const { body, taken } = endless(chunk);
    const response = new Response(body, { headers: { "Content-Length": "10" } });
    expect(await readBytes(response, 5 * chunk)).toBeNull();
    expect(taken).toEqual({ bytes: 6 * chunk, cancelled: true });
  });

  it("is whole and in order up to its bound", async () => {
    const bytes = new Uint8Array(300_000).map((_, index) => index % 251);
    const parts = [bytes.slice(0, 1), bytes.slice(1, 100_000), new Uint8Array(), bytes.slice(100_000)];
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const part of parts) controller.enqueue(part);
        controller.close();
      },
    });
    const read = await readBytes(new Response(body), bytes.length);
    const digest = (of: Uint8Array) => createHash("sha256").update(of).digest("hex");
    expect(digest(read ?? new Uint8Array())).toBe(digest(bytes));
    expect(await readBytes(new Response(null), 0)).toEqual(new Uint8Array());
  });

  it.each([
    ["the option", { maxBytes: 4 << 20 }, 4 << 20],
    ["the default", {}, MAX_IMAGE_BYTES],
  ])("of the client's helpers ends at %s", async (_, options, bound) => {
    const { body, taken } = endless(1 << 20);
    const fetch = () => Promise.resolve(new Response(body, { headers: { "Content-Type": "image/png" } }));
    const loaded = toBlob(createSampleGeneration(), { fetch, ...options });
    await expect(loaded).rejects.toMatchObject({
      kind: "bad_image",
      message: expect.stringContaining("maxBytes"),
    });
    expect(taken).toEqual({ bytes: bound + (1 << 20), cancelled: true });
  });

  it("of a refusal ends early too", async () => {
    const { body, taken } = endless(1 << 16);
    const fetch = () => Promise.resolve(new Response(body, { status: 500 }));
    await expect(toBlob(createSampleGeneration(), { fetch })).rejects.toMatchObject({ kind: "network" });
    expect(taken).toEqual({ bytes: 2 << 16, cancelled: true });
  });
});

describe("an answer of the back end", () => {
  it.each([
    ["a catalog", 200],
    ["a refusal", 500],
  ])("that never ends is given up at its bound: %s", async (_, status) => {
    const { body, taken } = endless(1 << 20);
    const fetch = async () => new Response(body, { status, headers: { "Content-Type": "application/json" } });
    const client = createClient({ baseUrl: "https://back-end.test", fetch, maxRetries: 0 });
    await expect(client.catalog()).rejects.toBeInstanceOf(ImageNodeError);
    expect(taken).toEqual({ bytes: MAX_ANSWER_BYTES + (1 << 20), cancelled: true });
  });
});
