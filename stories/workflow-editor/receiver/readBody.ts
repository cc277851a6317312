/** A file in a request's body. */
export interface BodyFile {
  field: string;
  name: string;
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Content of a request's body, by its content type. */
export interface Body {
  fields: Readonly<Record<string, string>>;
  files: readonly BodyFile[];
  json?: unknown;
}

/** Reads a multipart form, JSON, or one bare file that has its name from the path. Rejects a broken body. */
export async function readBody(request: Request, path: string): Promise<Body> {
  const type = request.headers.get("Content-Type") ?? "";
  if (type.startsWith("application/json")) return { fields: {}, files: [], json: await request.json() };
  if (!type.startsWith("multipart/form-data")) {
    const name = decodeURIComponent(path.split("/").at(-1) ?? "");
    return { fields: {}, files: [{ field: "body", name, type, bytes: await readBytes(request) }] };
  }
  const fields: Record<string, string> = {};
  const files: BodyFile[] = [];
  for (const [field, value] of await request.formData()) {
    if (typeof value === "string") fields[field] = value;
    else files.push({ field, name: value.name, type: value.type, bytes: await readBytes(value) });
  }
  return { fields, files };
}

async function readBytes(source: Request | Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await source.arrayBuffer());
}
