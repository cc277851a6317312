import type { AttachmentInfo } from "./AttachmentStorage.js";

/** Types that an image is served as. Another one that a storage names could run in the page. */
const SERVED = ["image/png", "image/jpeg", "image/webp"] as const;

/** Finds the media type of a stored image: as the storage names it, else by the end of its name, else PNG. */
export function mimeTypeOf({
  mimeType,
  name,
}: Pick<AttachmentInfo, "mimeType" | "name">): (typeof SERVED)[number] {
  const named = SERVED.find((type) => type === mimeType);
  return named ?? (/\.jpe?g$/i.test(name) ? "image/jpeg" : "image/png");
}
