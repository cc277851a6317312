import { crc32, deflateSync } from "node:zlib";
import { createPng } from "../../testing/index.js";

const drawn = new Map<string, Uint8Array>();

/**
 * Draws a PNG of a size such as "1024x1024"; any other text gives 1024 × 1024. The same seed draws the same bytes; without
 * one, all images of a size are the same.
 */
export function drawImage(size: string | undefined, seed?: number | undefined): Uint8Array {
  const [, width = "1024", height = "1024"] = /^(\d{1,4})x(\d{1,4})$/.exec(size ?? "") ?? [];
  if (seed !== undefined) return createPng({ width: Number(width), height: Number(height), seed });
  const name = `${width}x${height}`;
  const bytes = drawn.get(name) ?? createPng({ width: Number(width), height: Number(height) });
  drawn.set(name, bytes);
  return bytes;
}

/** Draws a PNG of 20,000 × 20,000 pixels that is small on the wire, to test a bound on pixels. */
export function drawHugeImage(): Uint8Array {
  const bytes = drawn.get("huge") ?? makeHuge();
  drawn.set("huge", bytes);
  return bytes;
}

export const HTML_PAGE = new TextEncoder().encode(
  "<!doctype html><title>Sign in</title><p>This is no image.</p>",
);
export const SVG_IMAGE = new TextEncoder().encode(
  '<svg xmlns="http://www.w3.org/2000/svg" width="1024" height="1024"><script>alert(1)</script></svg>',
);

/** Grey JPEG of 256 × 256 pixels. */
export const JPEG_IMAGE = Uint8Array.from(
  atob(
    "/9j/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9lnN+gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHz/wAARCAEAAQADASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAL/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAAAAP/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCwFUgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAH//Z",
  ),
  (character) => character.charCodeAt(0),
);

function makeHuge(): Uint8Array {
  const side = 20_000;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const body = deflateSync(Buffer.alloc((side / 8 + 1) * side), { level: 9 });
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", body),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
