import type { Generation } from "../../contract/index.js";
import type { HandlerContext } from "../createHandlerContext.js";

/** Makes a link that works from now on for the configured time: the storage's own where it makes one, else a signed one. */
export async function createImageUrl(
  { options: { storage }, limits, signer }: HandlerContext,
  attachmentId: string,
  ownUrl?: string | undefined,
): Promise<{ imageUrl: string; expiresAt: string }> {
  const ttlSeconds = limits.urlTtlSeconds;
  if (storage.link) return storage.link(attachmentId, { ttlSeconds });
  if (ownUrl === undefined) return signer.sign(attachmentId, ttlSeconds);
  return { imageUrl: ownUrl, expiresAt: new Date(Date.now() + ttlSeconds * 1000).toISOString() };
}

/** Replaces the link of a result by one that is made now. */
export async function withFreshUrl<Result extends Pick<Generation, "output" | "image">>(
  handler: HandlerContext,
  result: Result,
): Promise<Result> {
  const { attachmentId, imageUrl: old } = result.output;
  const isOurs = old.startsWith(`${handler.publicUrl.replace(/(?<!\/)\/+$/, "")}/attachments/`);
  if (!isOurs && !handler.options.storage.link) return result;
  const { imageUrl, expiresAt } = await createImageUrl(handler, attachmentId);
  return { ...result, output: { ...result.output, imageUrl }, image: { ...result.image, expiresAt } };
}
