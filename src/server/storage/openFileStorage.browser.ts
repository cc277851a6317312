import type { openFileStorage as openInNode } from "./openFileStorage.node.js";

/** Refuses: there is no file system. */
export const openFileStorage: typeof openInNode = () => {
  throw new Error(
    "fileStorage needs the file system of Node, Deno or Bun, which this runtime does not offer, so no image can be kept. " +
      "Pass s3Storage({ … }) or a storage of your own as `storage` to createImageNodeHandler.",
  );
};
