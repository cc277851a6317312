import { crc32, deflateSync } from "node:zlib";

const SIGNATURE = Buffer.from("89504e470d0a1a0a", "hex");

function repeat(part: Buffer, times: number): Buffer {
  return Buffer.alloc(part.byteLength * times, part);
}

export function chunk(type: string, data: Uint8Array = new Uint8Array()): Buffer {
  const bytes = Buffer.alloc(12 + data.byteLength);
  bytes.writeUInt32BE(data.byteLength, 0);
  bytes.write(type, 4, "latin1");
  bytes.set(data, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, -4)), bytes.byteLength - 4);
  return bytes;
}

/** A PNG that says its size is this, whatever is in it; its data is that of 64 × 64. */
export function png(between: Buffer, width = 64, height = 64): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  const data = chunk("IDAT", deflateSync(Buffer.alloc(64 * 193)));
  return Buffer.concat([SIGNATURE, chunk("IHDR", header), between, data, chunk("IEND")]);
}

/** A PNG of so many empty chunks. */
export const chunkyPng = (count: number, type = "abCd") => png(repeat(chunk(type), count));

/** A PNG whose compressed texts grow a thousandfold. */
export function packedPng(type: "zTXt" | "iTXt" | "iCCP", bytes: number): Buffer {
  const text = Buffer.concat([
    Buffer.from("Comment\0\0"),
    deflateSync(Buffer.alloc(4_000_000, "a"), { level: 9 }),
  ]);
  return png(repeat(chunk(type, text), Math.ceil(bytes / text.byteLength)));
}

function segment(marker: number, content: Uint8Array): Buffer {
  const bytes = Buffer.alloc(4 + content.byteLength);
  bytes.set([0xff, marker]);
  bytes.writeUInt16BE(2 + content.byteLength, 2);
  bytes.set(content, 4);
  return bytes;
}

interface ExifDirectory {
  offset?: number;
  entries?: number;
  /** Number of entries that it says it has. */
  says?: number;
  tag?: number;
  value?: number;
  next?: number;
}

/** An Exif block: a directory at an offset of the TIFF, with so many entries of one tag and a next directory. */
export function exif(directory: ExifDirectory = {}): Buffer {
  const { offset = 8, entries = 0, says = entries, tag = 0x0100, value = 6, next = 8 } = directory;
  const bytes = Buffer.alloc(6 + 8 + 2 + entries * 12 + 4);
  bytes.write("Exif\0\0MM\0*", "latin1");
  bytes.writeUInt32BE(offset, 10);
  bytes.writeUInt16BE(says, 14);
  for (let index = 0; index < entries; index += 1) {
    bytes.writeUInt16BE(tag, 16 + index * 12);
    bytes.writeUInt16BE(value, 16 + index * 12 + 8);
  }
  bytes.writeUInt32BE(next, 16 + entries * 12);
  return segment(0xe1, bytes);
}

const FRAME = segment(0xc0, Buffer.from([8, 0, 21, 0, 37, 3, 1, 17, 0, 2, 17, 1, 3, 17, 1]));
const SCAN = segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0]));

/** A JPEG of 37 × 21 without an image, with these bytes before its frame. */
export function jpeg(before: Uint8Array, after: Uint8Array = new Uint8Array()): Buffer {
  return Buffer.concat([Buffer.from([0xff, 0xd8]), before, FRAME, after, SCAN]);
}

/** So many Exif blocks, each of which names a directory that lies behind all of them. */
export function exifBlocks(count: number): Buffer {
  const length = exif().byteLength;
  const blocks = Array.from({ length: count }, (_, index) =>
    exif({ offset: (count - index) * length - 12, says: 0xffff }),
  );
  return jpeg(
    Buffer.concat([...blocks, Buffer.concat([Buffer.from([0xff, 0xfe, 0xff, 0xff]), Buffer.alloc(65_533)])]),
  );
}

export const comments = (count: number) => repeat(segment(0xfe, Buffer.alloc(2)), count);

/** A GIF of 1 × 1 with so many frames, each with so many blocks of one byte. */
export function gif(frames: number, blocks = 1, width = 1, height = 1): Buffer {
  const head = Buffer.from("GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff", "latin1");
  head.writeUInt16LE(width, 6);
  head.writeUInt16LE(height, 8);
  const frame = Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2]);
  const whole = Buffer.concat([frame, repeat(Buffer.from([1, 0x44]), blocks), Buffer.from([0])]);
  return Buffer.concat([head, repeat(whole, frames), Buffer.from([0x3b])]);
}

/** A WebP that says its canvas is this, with so many chunks of a type. */
export function webp(count: number, type = "ANMF", width = 1, height = 1): Buffer {
  const head = Buffer.alloc(30);
  head.write("RIFF\0\0\0\0WEBPVP8X", "latin1");
  head.writeUInt32LE(10, 16);
  head.writeUIntLE(width - 1, 24, 3);
  head.writeUIntLE(height - 1, 27, 3);
  const part = Buffer.alloc(8);
  part.write(type, "latin1");
  return Buffer.concat([head, repeat(part, count)]);
}
