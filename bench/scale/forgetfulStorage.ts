import type { AttachmentStorage } from "../../src/server/storage/AttachmentStorage.ts";

/** Keeps nothing: what is measured is everything before it. */
export const forgetfulStorage: AttachmentStorage = {
  put: async (_, { attachmentId }) => ({ attachmentId }),
  stat: async () => null,
  read: async () => null,
};
