import { AwsClient } from "aws4fetch";
import type { S3StorageOptions } from "./S3StorageOptions.js";

/** A bucket, addressed by path. Names are those of its objects without the prefix. */
export interface Bucket {
  /** Sends a signed request and reads its answer in time; `null` when the object is not there. */
  send<Answer>(
    method: "GET" | "HEAD" | "PUT" | "DELETE",
    name: string,
    init: RequestInit,
    read: (response: Response) => Answer | Promise<Answer>,
  ): Promise<Answer | null>;
  /** Signs a link to an object that works without headers. */
  presign(name: string, seconds: number): Promise<string>;
}

/** Makes the client of one bucket. */
export function createBucket(options: S3StorageOptions): Bucket {
  const { endpoint, bucket, prefix = "", timeoutMs = 30_000 } = options;
  const client = new AwsClient({
    accessKeyId: options.accessKeyId,
    secretAccessKey: options.secretAccessKey,
    ...(options.sessionToken === undefined ? {} : { sessionToken: options.sessionToken }),
    service: "s3",
    region: options.region ?? "us-east-1",
  });
  const addressOf = (name: string) => {
    const path = [bucket, ...`${prefix}${name}`.split("/")].map(encodeURIComponent).join("/");
    return `${endpoint.replace(/(?<!\/)\/+$/, "")}/${path}`;
  };

  return {
    async send(method, name, init, read) {
      // A timer of our own: a signal that only a request holds may be collected before it fires.
      const controller = new AbortController();
      const reason = new DOMException(`The bucket did not answer within ${timeoutMs} ms.`, "TimeoutError");
      const timer = setTimeout(() => controller.abort(reason), timeoutMs);
      try {
        const request = await client.sign(addressOf(name), { ...init, method, signal: controller.signal });
        const response = await (options.fetch ?? fetch)(request);
        if (response.ok) return await read(response);
        await response.body?.cancel();
        if (response.status === 404 && method !== "PUT") return null;
        throw new Error(`The bucket answered ${method} with status ${response.status}.`);
      } finally {
        clearTimeout(timer);
      }
    },
    async presign(name, seconds) {
      const url = new URL(addressOf(name));
      url.searchParams.set("X-Amz-Expires", String(seconds));
      const signed = await client.sign(url, { aws: { signQuery: true } });
      return signed.url;
    },
  };
}
