/** A file that came in. */
export interface ReceivedFile {
  field: string;
  name: string;
  type: string;
  bytes: number;
  /** Hex. */
  sha256: string;
  /** Where its bytes can be had again, relative to the receiver. */
  href: string;
}

/** One request that came in. */
export interface ReceivedRequest {
  id: string;
  /** ISO 8601. */
  at: string;
  method: string;
  /** Below the receiver, such as "channels/marketing/messages". */
  path: string;
  contentType: string;
  fields: Readonly<Record<string, string>>;
  files: readonly ReceivedFile[];
  /** The body, where it was JSON. */
  json?: unknown;
}

const KEPT = 500;
const MAX_BYTES = 32 * 1024 * 1024;
/** Bytes of all files together; the oldest go first, their entries stay in the list. */
const KEPT_BYTES = 256 * 1024 * 1024;
const LIST = "received";

/**
 * Stands for every service that a workflow sends to: stores what came and shows it. `GET received` lists (newest last),
 * `GET received/{id}/{file}` answers a file's bytes, `DELETE received` forgets, `* fail/{status}` fails as asked, and
 * anything else that is posted or put is stored. Web standards only, so that a dev server and a page can both have one.
 *
 * @param base The path that it is mounted under, such as "/api/receiver".
 */
export function createReceiver(base: string): (request: Request) => Promise<Response> {
  const requests: ReceivedRequest[] = [];
  const contents = new Map<string, Uint8Array<ArrayBuffer>>();
  let count = 0;
  let keptBytes = 0;

  return async (request) => {
    const { pathname } = new URL(request.url);
    const path = pathname.slice(base.length + 1);
    if (path === LIST) return answerList(request.method);
    if (path.startsWith(`${LIST}/`)) return answerFile(path);
    const failure = /^fail\/([45]\d\d)$/.exec(path)?.[1];
    if (failure) {
      const detail = "The receiver was asked to fail.";
      return Response.json({ title: "Failed as asked", detail }, { status: Number(failure) });
    }
    if (!["POST", "PUT", "PATCH"].includes(request.method)) return new Response(null, { status: 405 });
    if (Number(request.headers.get("Content-Length") ?? 0) > MAX_BYTES)
      return new Response(null, { status: 413 });
    return store(request, path);
  };

  function answerList(method: string): Response {
    if (method === "DELETE") {
      requests.length = 0;
      contents.clear();
      keptBytes = 0;
      return new Response(null, { status: 204 });
    }
    return Response.json({ requests }, { headers: { "Cache-Control": "no-store" } });
  }

  function answerFile(path: string): Response {
    const bytes = contents.get(path);
    if (!bytes) return new Response(null, { status: 404 });
    const isPng = bytes[0] === 0x89 && bytes[1] === 0x50;
    return new Response(bytes, {
      headers: {
        "Content-Type": isPng ? "image/png" : "application/octet-stream",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; sandbox",
      },
    });
  }

  async function store(request: Request, path: string): Promise<Response> {
    const id = String((count += 1));
    const contentType = request.headers.get("Content-Type") ?? "";
    const fields: Record<string, string> = {};
    const files: ReceivedFile[] = [];
    let json: unknown;
    const keep = async (field: string, name: string, type: string, bytes: Uint8Array<ArrayBuffer>) => {
      const href = `${LIST}/${id}/${files.length}`;
      contents.set(href, bytes);
      keptBytes += bytes.length;
      for (const [old, { length }] of contents) {
        if (keptBytes <= KEPT_BYTES) break;
        contents.delete(old);
        keptBytes -= length;
      }
      files.push({ field, name, type, bytes: bytes.length, sha256: await digest(bytes), href });
    };
    try {
      if (contentType.startsWith("multipart/form-data")) {
        for (const [field, value] of await request.formData()) {
          if (typeof value === "string") fields[field] = value;
          else await keep(field, value.name, value.type, new Uint8Array(await value.arrayBuffer()));
        }
      } else if (contentType.startsWith("application/json")) json = await request.json();
      else {
        const name = decodeURIComponent(path.split("/").at(-1) ?? "");
        await keep("body", name, contentType, new Uint8Array(await request.arrayBuffer()));
      }
    } catch {
      return Response.json({ detail: "The body could not be read." }, { status: 400 });
    }
    const at = new Date().toISOString();
    requests.push({
      id,
      at,
      method: request.method,
      path,
      contentType: contentType.split(";")[0] ?? "",
      fields,
      files,
      json,
    });
    requests.splice(0, Math.max(0, requests.length - KEPT));
    return Response.json({ id, received: files.map((file) => file.name) }, { status: 201 });
  }
}

async function digest(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
