import { expect, it } from "vitest";
import type { AttachmentStorage } from "image-generation-node/server";
import { sha256Hex } from "../../src/server/encoding.js";

/** What a storage is told of an image. */
export async function detailsOf(bytes: Uint8Array, more: { scope?: string; attachmentId?: string } = {}) {
  return {
    scope: "workspace",
    context: {},
    name: "1795944719382-workflow_image_generation-test.png",
    sha256: await sha256Hex(bytes),
    attachmentId: `att_${crypto.randomUUID()}`,
    ...more,
  };
}

/** Bytes that are no text in any encoding. */
export const bytesOf = (length: number) => Uint8Array.from({ length }, (_, index) => (index * 151) % 256);

/** What every storage must do, wherever it keeps its images. */
export function describeStorage(open: () => AttachmentStorage): void {
  it("gives back the bytes that it was given, and what it was told of them", async () => {
    const bytes = bytesOf(100_000);
    const details = await detailsOf(bytes, { scope: 'Räume/"日本"' });
    const { attachmentId } = await open().put(bytes, details);
    expect(await open().stat(attachmentId)).toEqual({
      scope: details.scope,
      name: details.name,
      sha256: details.sha256,
      sizeInBytes: 100_000,
      deleted: false,
    });
    const read = await open().read(attachmentId);
    expect(read && Buffer.compare(read, bytes)).toBe(0);
  });

  it("keeps twenty that come at once apart", async () => {
    const storage = open();
    const ids = await Promise.all(
      Array.from({ length: 20 }, async (_, index) => {
        const bytes = bytesOf(1_000 + index);
        return (await storage.put(bytes, await detailsOf(bytes))).attachmentId;
      }),
    );
    const sizes = await Promise.all(ids.map(async (id) => (await storage.read(id))?.byteLength));
    expect(sizes).toEqual(ids.map((_, index) => 1_000 + index));
  });

  it("takes the same image twice, as after an answer that was lost", async () => {
    const bytes = bytesOf(500);
    const details = await detailsOf(bytes);
    await open().put(bytes, details);
    await open().put(bytes, details);
    expect(await open().stat(details.attachmentId)).toMatchObject({ sizeInBytes: 500, deleted: false });
  });

  it("forgets the bytes of a deleted image, and remembers that it was", async () => {
    const bytes = bytesOf(500);
    const details = await detailsOf(bytes);
    await open().put(bytes, details);
    await open().delete?.(details.attachmentId);
    await open().delete?.(details.attachmentId);
    expect(await open().read(details.attachmentId)).toBeNull();
    expect(await open().stat(details.attachmentId)).toEqual({
      scope: "workspace",
      name: details.name,
      sha256: details.sha256,
      sizeInBytes: 500,
      deleted: true,
    });
  });

  it.each([
    ["an unknown id", "att_unknown"],
    ["a path upwards", "../secrets"],
    ["an encoded path upwards", "..%2Fsecrets"],
    ["a path", "a/b"],
    ["an empty id", ""],
    ["a character that no name holds", "a\u0000b"],
    ["an id of 500 letters", "a".repeat(500)],
  ])("knows nothing of %s", async (_, attachmentId) => {
    const storage = open();
    expect(await storage.stat(attachmentId)).toBeNull();
    expect(await storage.read(attachmentId)).toBeNull();
    await storage.delete?.(attachmentId);
    expect(await storage.stat(attachmentId)).toBeNull();
  });
}
