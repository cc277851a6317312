import type { AttachmentStorage } from "./AttachmentStorage.js";

/**
 * Keeps images as files of a directory, for one machine or a shared volume. Makes the directory when needed. For Node, Deno
 * and Bun: where there is no file system, each image is refused with what to do.
 *
 * @param directory holds `<id>.png` and `<id>.json` of each image; its other files are left alone.
 */
export function fileStorage(directory: string): AttachmentStorage {
  const open = () => import("#files").then((files) => files.openFileStorage(directory));
  return {
    put: async (bytes, details) => (await open()).put(bytes, details),
    stat: async (attachmentId) => (await open()).stat(attachmentId),
    read: async (attachmentId) => (await open()).read(attachmentId),
    delete: async (attachmentId) => (await open()).delete(attachmentId),
  };
}
