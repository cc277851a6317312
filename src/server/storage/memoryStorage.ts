import type { AttachmentInfo, AttachmentStorage } from "./AttachmentStorage.js";

/** Options of {@link memoryStorage}. */
export interface MemoryStorageOptions {
  /** Most bytes that are kept; 256 MiB by default. The oldest images go first. @default 268435456 */
  maxBytes?: number | undefined;
}

const MAX_REMEMBERED = 10_000;

/** Keeps images in this process, for demos and tests. A restart forgets them. */
export function memoryStorage(options: MemoryStorageOptions = {}): AttachmentStorage {
  const maxBytes = options.maxBytes ?? 256 * 1024 * 1024;
  const infos = new Map<string, AttachmentInfo>();
  const images = new Map<string, Uint8Array>();
  let total = 0;

  const forget = (attachmentId: string) => {
    const info = infos.get(attachmentId);
    const bytes = images.get(attachmentId);
    if (!info || !bytes) return;
    total -= bytes.byteLength;
    images.delete(attachmentId);
    infos.set(attachmentId, { ...info, deleted: true });
  };

  return {
    async put(bytes, { scope, name, sha256, attachmentId, mimeType }) {
      const facts = { scope, name, sha256, sizeInBytes: bytes.byteLength, deleted: false };
      infos.set(attachmentId, { ...facts, ...(mimeType !== undefined && { mimeType }) });
      images.set(attachmentId, bytes);
      total += bytes.byteLength;
      for (const oldest of images.keys()) {
        if (total <= maxBytes || oldest === attachmentId) break;
        forget(oldest);
      }
      for (const oldest of infos.keys()) {
        if (infos.size <= MAX_REMEMBERED || images.has(oldest)) break;
        infos.delete(oldest);
      }
      return { attachmentId };
    },
    async stat(attachmentId) {
      return infos.get(attachmentId) ?? null;
    },
    async read(attachmentId) {
      return images.get(attachmentId) ?? null;
    },
    async delete(attachmentId) {
      forget(attachmentId);
    },
  };
}
