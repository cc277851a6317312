import { createHash } from "node:crypto";

/** Picture of an edit. */
export interface EditPicture {
  readonly mimeType: string;
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes, in hex. */
  readonly sha256: string;
}

/** Call of `images/edits`. */
export interface Edit {
  /** Members by name, without the files. */
  readonly body: Record<string, unknown>;
  readonly pictures: readonly EditPicture[];
}

/** Reads a multipart call of `images/edits`; `null` for another body. */
export async function readEdit(request: Request): Promise<Edit | null> {
  const form = await request.formData().catch(() => null);
  if (!form) return null;
  const fields = [...form].filter(([, value]) => typeof value === "string");
  const files = [...form.getAll("image"), ...form.getAll("image[]")].filter(
    (file) => typeof file !== "string",
  );
  const pictures = files.map(async (file) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return { mimeType: file.type, bytes, sha256: createHash("sha256").update(bytes).digest("hex") };
  });
  return { body: Object.fromEntries(fields), pictures: await Promise.all(pictures) };
}
