import { AwsClient } from "aws4fetch";
import type { AttachmentInfo, AttachmentStorage } from "./AttachmentStorage.js";
import { fromBase64Url, ownBuffer, toBase64Url } from "../encoding.js";

/** What {@link s3Storage} takes. */
export interface S3StorageOptions {
  /** Where the service is, such as `https://s3.eu-central-1.amazonaws.com` or `https://<account>.r2.cloudflarestorage.com`. */
  endpoint: string;
  /** The bucket's name. */
  bucket: string;
  /** @default "us-east-1", which services besides Amazon's take too */
  region?: string | undefined;
  /** The key's id. */
  accessKeyId: string;
  /** The key's secret. It signs requests and never leaves the process. */
  secretAccessKey: string;
  /** Of temporary credentials. */
  sessionToken?: string | undefined;
  /** What the objects' names begin with, such as `pictures/`. @default "" */
  prefix?: string | undefined;
  /** Whether links are the service's own, signed by these credentials, instead of links to the handler. @default false */
  presignLinks?: boolean | undefined;
  /** Milliseconds after which a request counts as failed. @default 30000 */
  timeoutMs?: number | undefined;
  /** @default the global `fetch` */
  fetch?: ((request: Request) => Promise<Response>) | undefined;
}

/** Of a presigned link; services createProblem more. */
const MAX_LINK_SECONDS = 7 * 24 * 60 * 60;

/**
 * Keeps pictures in a bucket of Amazon S3 or of a service that speaks its protocol, one private object each; the bucket
 * is addressed by path. A deleted picture leaves a small object that remembers it. Runs wherever `fetch` does.
 */
export function s3Storage(options: S3StorageOptions): AttachmentStorage {
  const { endpoint, bucket, prefix = "", timeoutMs = 30_000, presignLinks = false } = options;
  const client = new AwsClient({
    accessKeyId: options.accessKeyId,
    secretAccessKey: options.secretAccessKey,
    ...(options.sessionToken === undefined ? {} : { sessionToken: options.sessionToken }),
    service: "s3",
    region: options.region ?? "us-east-1",
  });
  const addressOf = (name: string) => {
    const path = [bucket, ...`${prefix}${name}`.split("/")].map(encodeURIComponent).join("/");
    return `${endpoint.replace(/\/+$/, "")}/${path}`;
  };
  const picture = (attachmentId: string) => addressOf(`${attachmentId}.png`);
  const tombstone = (attachmentId: string) => addressOf(`${attachmentId}.deleted`);

  /** Sends a signed request and reads its answer in time; `null` when the object is not there. */
  const send = async <Answer>(
    method: string,
    url: string,
    init: RequestInit,
    read: (response: Response) => Answer | Promise<Answer>,
  ): Promise<Answer | null> => {
    // A timer of our own: a signal that only a request holds may be collected before it fires.
    const controller = new AbortController();
    const reason = new DOMException(`The bucket did not answer within ${timeoutMs} ms.`, "TimeoutError");
    const timer = setTimeout(() => controller.abort(reason), timeoutMs);
    try {
      const request = await client.sign(url, { ...init, method, signal: controller.signal });
      const response = await (options.fetch ?? fetch)(request);
      if (response.ok) return await read(response);
      await response.body?.cancel();
      if (response.status === 404 && method !== "PUT") return null;
      throw new Error(`The bucket answered ${method} with status ${response.status}.`);
    } finally {
      clearTimeout(timer);
    }
  };
  const stat = async (attachmentId: string): Promise<AttachmentInfo | null> => {
    if (!isOwnId(attachmentId)) return null;
    const info = await send("HEAD", picture(attachmentId), {}, readInfo);
    return info ?? send("GET", tombstone(attachmentId), {}, (gone) => gone.json() as Promise<AttachmentInfo>);
  };

  const storage: AttachmentStorage = {
    async put(bytes, { scope, name, sha256, attachmentId }) {
      if (!isOwnId(attachmentId))
        throw new RangeError("An attachment id may hold letters, digits, _ and - only.");
      const headers = {
        "Content-Type": "image/png",
        "Content-Disposition": `inline; filename="${name.replace(/[^\w.-]/g, "_")}"`,
        "Cache-Control": "private, max-age=3600, immutable",
        // The service compares it with what arrives.
        "X-Amz-Content-Sha256": sha256,
        "X-Amz-Meta-Card": writeCard({ scope, name, sha256 }),
      };
      await send("PUT", picture(attachmentId), { headers, body: ownBuffer(bytes) }, drain);
      return { attachmentId };
    },
    stat,
    async read(attachmentId) {
      if (!isOwnId(attachmentId)) return null;
      return send(
        "GET",
        picture(attachmentId),
        {},
        async (there) => new Uint8Array(await there.arrayBuffer()),
      );
    },
    async delete(attachmentId) {
      const info = await stat(attachmentId);
      if (!info || info.deleted) return;
      const body = JSON.stringify({ ...info, deleted: true });
      await send("PUT", tombstone(attachmentId), { body }, drain);
      await send("DELETE", picture(attachmentId), {}, drain);
    },
  };
  if (!presignLinks) return storage;
  return {
    ...storage,
    async link(attachmentId, { ttlSeconds }) {
      const seconds = Math.min(ttlSeconds, MAX_LINK_SECONDS);
      const url = new URL(picture(attachmentId));
      url.searchParams.set("X-Amz-Expires", String(seconds));
      const { url: imageUrl } = await client.sign(url, { aws: { signQuery: true } });
      return { imageUrl, expiresAt: new Date(Date.now() + seconds * 1000).toISOString() };
    },
  };
}

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
