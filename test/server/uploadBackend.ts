import { expect, vi } from "vitest";
import { uploadSchema } from "image-generation-node/contract";
import type { Upload } from "image-generation-node/contract";
import { memoryStorage } from "image-generation-node/server";
import type { ImageModelEntry } from "image-generation-node/server";
import { BASE, createImage, createTestBackend } from "./testBackend.js";
import type { TestBackendOptions } from "./testBackend.js";

export const TAKES: ImageModelEntry = {
  references: { max: 2 },
  model: { generate: () => createImage(8, 8) },
};

/** A back end that takes pictures in, and whose storage counts what it was given. */
export function createUploadBackend(options: TestBackendOptions = {}) {
  const storage = options.storage ?? memoryStorage();
  const put = vi.spyOn(storage, "put");
  const backend = createTestBackend({ imageModels: { taker: TAKES }, references: true, ...options, storage });
  const upload = (bytes: BodyInit | Uint8Array, headers: Record<string, string> = {}) =>
    backend.handler(
      new Request(`${BASE}/attachments`, {
        method: "POST",
        headers: { "Idempotency-Key": crypto.randomUUID(), ...headers },
        body: bytes as BodyInit,
        ...(bytes instanceof ReadableStream && { duplex: "half" }),
      }),
    );
  const stored = async (response: Response): Promise<Upload & { bytes: Uint8Array; type: string | null }> => {
    expect(response.status).toBe(201);
    const answer = uploadSchema.parse(await response.json());
    const link = await backend.get(answer.imageUrl);
    const bytes = new Uint8Array(await link.arrayBuffer());
    return { ...answer, bytes, type: link.headers.get("Content-Type") };
  };
  return { ...backend, put, upload, stored };
}
