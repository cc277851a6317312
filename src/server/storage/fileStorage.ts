import type { AttachmentStorage } from "./AttachmentStorage.js";

/**
 * Keeps pictures as files of a directory, made when needed. For one machine, or a shared volume. Node only: the file
 * system is loaded with the first picture, so that this entry can be parsed elsewhere.
 *
 * @param directory where `<id>.png` and `<id>.json` go. Other files in it are left alone.
 */
export function fileStorage(directory: string): AttachmentStorage {
  const open = () => import("./openFileStorage.node.js").then((files) => files.openFileStorage(directory));
  return {
    put: async (bytes, details) => (await open()).put(bytes, details),
    stat: async (attachmentId) => (await open()).stat(attachmentId),
    read: async (attachmentId) => (await open()).read(attachmentId),
    delete: async (attachmentId) => (await open()).delete(attachmentId),
  };
}
