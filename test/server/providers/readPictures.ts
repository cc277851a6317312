import type { SeenPicture, SeenRequest } from "./ProviderCase.js";

/** Reads the files of a multipart body: one under `image`, several under the name that the service has for a list. */
export async function formPictures(request: SeenRequest, listName = "image[]"): Promise<SeenPicture[]> {
  const form = await formOf(request);
  const files = form.getAll("image").length === 1 ? form.getAll("image") : form.getAll(listName);
  return Promise.all(
    files.map(async (file) => {
      if (typeof file === "string") throw new Error("A text stands where a file is expected.");
      return { mimeType: file.type, bytes: new Uint8Array(await file.arrayBuffer()) };
    }),
  );
}

/** Reads the members of a body by name; of a multipart body, those that are no files. */
export async function membersOf(request: SeenRequest): Promise<Readonly<Record<string, unknown>>> {
  if (typeof request.body === "object") return request.body as Record<string, unknown>;
  const entries = [...(await formOf(request))].filter(([, value]) => typeof value === "string");
  return Object.fromEntries(entries);
}

/** Reads data URIs; nothing where there are none. */
export function dataUris(...values: readonly unknown[]): SeenPicture[] {
  return values.flat().flatMap((value) => {
    if (value === undefined) return [];
    const [, mimeType, data] = /^data:(image\/[a-z]+);base64,([A-Za-z0-9+/=]+)$/.exec(String(value)) ?? [];
    if (mimeType === undefined || data === undefined) throw new Error("This is no data URI of a picture.");
    return [{ mimeType, bytes: Uint8Array.from(Buffer.from(data, "base64")) }];
  });
}

/** Reads bare base64. */
export function base64Pictures(...values: readonly unknown[]): SeenPicture[] {
  const given = values.flat().filter((value) => value !== undefined);
  return given.map((value) => ({
    mimeType: null,
    bytes: Uint8Array.from(Buffer.from(String(value), "base64")),
  }));
}

/** Finds the members of an object that are numbered from 2 on: `name`, `name_2` and so on. */
export function numbered(body: unknown, name: string): unknown[] {
  const members = body as Readonly<Record<string, unknown>>;
  const found: unknown[] = [];
  for (let place = 1; ; place += 1) {
    const value = members[place === 1 ? name : `${name}_${place}`];
    if (value === undefined) return found;
    found.push(value);
  }
}

function formOf({ bytes, headers }: SeenRequest): Promise<FormData> {
  return new Response(bytes, { headers: { "Content-Type": headers.get("Content-Type") ?? "" } }).formData();
}
