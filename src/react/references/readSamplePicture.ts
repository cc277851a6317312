import { isSafeImageUrl } from "../../client/index.js";
import { readReferenceValue } from "../../contract/index.js";
import type { KnownPicture } from "./KnownPicture.js";

/** Hosts of made-up links, as in the example of `outputVariables`: nobody is asked for their pictures. */
const EXAMPLES = /^https?:\/\/example\.(?:com|net|org)\//;

/**
 * Finds the picture of a variable's sample: the first one of a list. `undefined` where there is none that has a link or an
 * id, and for an example. Never throws.
 */
export function readSamplePicture(value: unknown): KnownPicture | undefined {
  try {
    const first: unknown = Array.isArray(value) ? (value as unknown[])[0] : value;
    const [item] = readReferenceValue(first);
    const { imageUrl, path, expiresAt } = Object(first) as Readonly<Record<string, unknown>>;
    const link = [imageUrl, path].find((url): url is string => isSafeImageUrl(url));
    if (link !== undefined && EXAMPLES.test(link)) return undefined;
    if (link === undefined && item?.attachmentId === undefined) return undefined;
    return {
      attachmentId: item?.attachmentId,
      imageUrl: link,
      expiresAt: typeof expiresAt === "string" ? expiresAt : undefined,
    };
  } catch {
    return undefined;
  }
}
