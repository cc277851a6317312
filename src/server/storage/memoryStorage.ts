import type { AttachmentInfo, AttachmentStorage } from "./AttachmentStorage.js";

/** What {@link memoryStorage} takes. */
export interface MemoryStorageOptions {
  /** Bytes kept at most; the oldest pictures go first. @default 268435456 */
  maxBytes?: number | undefined;
}

const MAX_REMEMBERED = 10_000;

/** Keeps pictures in this process. For demos and tests: a restart forgets them. */
export function memoryStorage(options: MemoryStorageOptions = {}): AttachmentStorage {
  const maxBytes = options.maxBytes ?? 256 * 1024 * 1024;
  const infos = new Map<string, AttachmentInfo>();
  const pictures = new Map<string, Uint8Array>();
  let total = 0;

  const forget = (attachmentId: string) => {
    const info = infos.get(attachmentId);
    const bytes = pictures.get(attachmentId);
    if (!info || !bytes) return;
    total -= bytes.byteLength;
    pictures.delete(attachmentId);
    infos.set(attachmentId, { ...info, deleted: true });
  };

  return {
    async put(bytes, { scope, name, sha256, attachmentId }) {
      infos.set(attachmentId, { scope, name, sha256, sizeInBytes: bytes.byteLength, deleted: false });
      pictures.set(attachmentId, bytes);
      total += bytes.byteLength;
      for (const oldest of pictures.keys()) {
        if (total <= maxBytes || oldest === attachmentId) break;
        forget(oldest);
      }
      for (const oldest of infos.keys()) {
        if (infos.size <= MAX_REMEMBERED || pictures.has(oldest)) break;
        infos.delete(oldest);
      }
      return { attachmentId };
    },
    async stat(attachmentId) {
      return infos.get(attachmentId) ?? null;
    },
    async read(attachmentId) {
      return pictures.get(attachmentId) ?? null;
    },
    async delete(attachmentId) {
      forget(attachmentId);
    },
  };
}
