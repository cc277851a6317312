import { randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { AttachmentInfo, AttachmentStorage } from "./AttachmentStorage.js";

/** Opens the directory behind `fileStorage`. */
export function openFileStorage(directory: string): Required<Omit<AttachmentStorage, "link">> {
  const imageFile = (attachmentId: string) => join(directory, `${attachmentId}.png`);
  const card = (attachmentId: string) => join(directory, `${attachmentId}.json`);
  const stat = async (attachmentId: string): Promise<AttachmentInfo | null> => {
    const text = isOwnId(attachmentId) ? await readIfThere(card(attachmentId)) : null;
    return text && (JSON.parse(text.toString("utf8")) as AttachmentInfo);
  };

  return {
    async put(bytes, { scope, name, sha256, attachmentId, mimeType }) {
      if (!isOwnId(attachmentId))
        throw new RangeError("An attachment id may hold letters, digits, _ and - only.");
      await mkdir(directory, { recursive: true });
      const facts = { scope, name, sha256, sizeInBytes: bytes.byteLength, deleted: false };
      const info: AttachmentInfo = { ...facts, ...(mimeType !== undefined && { mimeType }) };
      // The card comes last: an attachment that is known has its bytes.
      await writeWhole(imageFile(attachmentId), bytes);
      await writeWhole(card(attachmentId), JSON.stringify(info));
      return { attachmentId };
    },
    stat,
    async read(attachmentId) {
      return isOwnId(attachmentId) ? readIfThere(imageFile(attachmentId)) : null;
    },
    async delete(attachmentId) {
      const info = await stat(attachmentId);
      if (!info) return;
      await writeWhole(card(attachmentId), JSON.stringify({ ...info, deleted: true }));
      await rm(imageFile(attachmentId), { force: true });
    },
  };
}

/** Ids come out of URLs: nothing that could leave the directory becomes a path. */
function isOwnId(attachmentId: string): boolean {
  return /^[A-Za-z0-9_-]{1,128}$/.test(attachmentId);
}

async function readIfThere(path: string): Promise<Buffer<ArrayBuffer> | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

/** Writes beside, flushes, then renames, so that a crash leaves the old file or the new one and never half of one. */
async function writeWhole(path: string, data: Uint8Array | string): Promise<void> {
  const beside = `${path}.${randomUUID()}.tmp`;
  try {
    const file = await open(beside, "wx");
    try {
      await file.writeFile(data);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
