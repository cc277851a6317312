import type { AttachmentInfo, AttachmentStorage } from "./AttachmentStorage.js";
import type { S3StorageOptions } from "./S3StorageOptions.js";
import { createBucket } from "./createBucket.js";
import type { Bucket } from "./createBucket.js";
import { fromBase64Url, ownBuffer, toBase64Url } from "../encoding.js";

/** Longest life of a presigned link; services refuse more. */
const MAX_LINK_SECONDS = 7 * 24 * 60 * 60;

/**
 * Keeps images in a bucket of Amazon S3 or of a service that speaks its protocol, one private object each. A deleted
 * image leaves a small object that remembers it. Runs wherever `fetch` does.
 *
 * @example
 * const storage = s3Storage({
 *   endpoint: "https://s3.eu-central-1.amazonaws.com",
 *   region: "eu-central-1",
 *   bucket: "workflow-images",
 *   accessKeyId: process.env.AWS_ACCESS_KEY_ID ?? "",
 *   secretAccessKey: process.env.AWS_SECRET_ACCESS_KEY ?? "",
 * });
 */
export function s3Storage(options: S3StorageOptions): AttachmentStorage {
  const bucket = createBucket(options);
  const storage = createStorage(bucket);
  if (options.presignLinks !== true) return storage;
  return {
    ...storage,
    async link(attachmentId, { ttlSeconds }) {
      const seconds = Math.min(ttlSeconds, MAX_LINK_SECONDS);
      const imageUrl = await bucket.presign(imageOf(attachmentId), seconds);
      return { imageUrl, expiresAt: new Date(Date.now() + seconds * 1000).toISOString() };
    },
  };
}

function createStorage({ send }: Bucket): AttachmentStorage {
  const stat = async (attachmentId: string): Promise<AttachmentInfo | null> => {
    if (!isOwnId(attachmentId)) return null;
    const info = await send("HEAD", imageOf(attachmentId), {}, readInfo);
    return (
      info ?? send("GET", tombstoneOf(attachmentId), {}, (gone) => gone.json() as Promise<AttachmentInfo>)
    );
  };
  return {
    async put(bytes, { scope, name, sha256, attachmentId, mimeType = "image/png" }) {
      if (!isOwnId(attachmentId))
        throw new RangeError("An attachment id may hold letters, digits, _ and - only.");
      const headers = {
        "Content-Type": mimeType,
        "Content-Disposition": `inline; filename="${name.replace(/[^\w.-]/g, "_")}"`,
        "Cache-Control": "private, max-age=3600, immutable",
        // The service compares it with what arrives.
        "X-Amz-Content-Sha256": sha256,
        "X-Amz-Meta-Card": writeCard({ scope, name, sha256 }),
      };
      await send("PUT", imageOf(attachmentId), { headers, body: ownBuffer(bytes) }, drain);
      return { attachmentId };
    },
    stat,
    async read(attachmentId) {
      if (!isOwnId(attachmentId)) return null;
      return send("GET", imageOf(attachmentId), {}, async (there) => {
        return new Uint8Array(await there.arrayBuffer());
      });
    },
    async delete(attachmentId) {
      const info = await stat(attachmentId);
      if (!info || info.deleted) return;
      const body = JSON.stringify({ ...info, deleted: true });
      await send("PUT", tombstoneOf(attachmentId), { body }, drain);
      await send("DELETE", imageOf(attachmentId), {}, drain);
    },
  };
}

const imageOf = (attachmentId: string) => `${attachmentId}.png`;
const tombstoneOf = (attachmentId: string) => `${attachmentId}.deleted`;

type Card = Pick<AttachmentInfo, "scope" | "name" | "sha256">;

/** Headers take ASCII only; a scope may be written in any language. */
function writeCard(card: Card): string {
  return toBase64Url(new TextEncoder().encode(JSON.stringify(card)));
}

/** `null` for an object that somebody else put there. */
function readInfo({ headers }: Response): AttachmentInfo | null {
  const bytes = fromBase64Url(headers.get("X-Amz-Meta-Card") ?? "");
  if (!bytes?.length) return null;
  const card = JSON.parse(new TextDecoder().decode(bytes)) as Card;
  return { ...card, sizeInBytes: Number(headers.get("Content-Length")), deleted: false };
}

/** Lets the connection be used again. */
async function drain({ body }: Response): Promise<void> {
  await body?.cancel();
}

/** Ids come out of URLs: nothing that could leave the prefix becomes a path. */
function isOwnId(attachmentId: string): boolean {
  return /^[A-Za-z0-9_-]{1,128}$/.test(attachmentId);
}
