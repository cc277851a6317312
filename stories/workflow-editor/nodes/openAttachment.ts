import type { ImageNodeClient, StandardFile } from "image-generation-node/client";
import type { ImageNodeOutput } from "image-generation-node/contract";

/** Adds a fresh URL to a standard file: the URL in a run's data may have expired, the attachment's id has not. */
export async function openAttachment(
  file: StandardFile,
  client: Pick<ImageNodeClient, "refreshUrl">,
  signal: AbortSignal,
): Promise<ImageNodeOutput> {
  const { attachmentId } = file._metadata;
  const { imageUrl } = await client.refreshUrl(attachmentId, { signal });
  return {
    path: file.path,
    _metadata: { ...file._metadata, mimeType: "image/png" },
    imageUrl,
    imagePath: "",
    attachmentId,
    prompt: "",
    aspectRatio: "square",
  };
}
