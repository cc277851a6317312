import { collectAttachments, toFile } from "image-generation-node/client";
import type { ImageNodeClient } from "image-generation-node/client";

/** Hands all images of earlier nodes on, each as a file. */
export async function sendImages(
  client: ImageNodeClient,
  outputs: Readonly<Record<string, unknown>>,
  upload: (file: File) => Promise<void>,
): Promise<void> {
  for (const image of collectAttachments(outputs)) {
    // With a client, a link that has ended is renewed first.
    await upload(await toFile(image, { client }));
  }
}
