import { createFileCache } from "./createFileCache.js";
import { readBody } from "./readBody.js";
import type { Body, BodyFile } from "./readBody.js";

/** A file that came in. */
export interface ReceivedFile {
  field: string;
  name: string;
  type: string;
  bytes: number;
  /** Hex. */
  sha256: string;
  /** Address of its bytes, relative to the receiver. */
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
/** Bytes of all files together; entries stay in the list when their files are dropped. */
const KEPT_BYTES = 256 * 1024 * 1024;
const LIST = "received";

/**
 * Stands in for every service that a workflow sends to: stores each request and shows it. `GET received` lists them
 * (newest last), `GET received/{id}/{file}` returns a file's bytes, `DELETE received` forgets all, `* fail/{status}`
 * fails as asked, and anything else that is posted or put is stored. Uses web standards only, so it runs in a dev
 * server and in a page.
 *
 * @param base The path that it is mounted under, such as "/api/receiver".
 */
export function createReceiver(base: string): (request: Request) => Promise<Response> {
  const requests: ReceivedRequest[] = [];
  const contents = createFileCache(KEPT_BYTES);
  let count = 0;

  return async (request) => {
    const { method, headers, url } = request;
    const path = new URL(url).pathname.slice(base.length + 1);
    if (path === LIST) return answerList(method);
    if (path.startsWith(`${LIST}/`)) return answerFile(contents.get(path));
    const failure = /^fail\/([45]\d\d)$/.exec(path)?.[1];
    if (failure) return failAsAsked(Number(failure));
    if (!["POST", "PUT", "PATCH"].includes(method)) return new Response(null, { status: 405 });
    if (Number(headers.get("Content-Length") ?? 0) > MAX_BYTES) return new Response(null, { status: 413 });
    return store(request, path);
  };

  function answerList(method: string): Response {
    if (method !== "DELETE") return Response.json({ requests }, { headers: { "Cache-Control": "no-store" } });
    requests.length = 0;
    contents.clear();
    return new Response(null, { status: 204 });
  }

  async function store(request: Request, path: string): Promise<Response> {
    const id = String((count += 1));
    let body: Body;
    try {
      body = await readBody(request, path);
    } catch {
      return Response.json({ detail: "The body could not be read." }, { status: 400 });
    }
    const files = await Promise.all(
      body.files.map((file, index) => {
        const href = `${LIST}/${id}/${index}`;
        contents.add(href, file.bytes);
        return describeFile(file, href);
      }),
    );
    const contentType = request.headers.get("Content-Type")?.split(";")[0] ?? "";
    const at = new Date().toISOString();
    requests.push({ ...body, id, at, method: request.method, path, contentType, files });
    requests.splice(0, Math.max(0, requests.length - KEPT));
    return Response.json({ id, received: files.map((file) => file.name) }, { status: 201 });
  }
}

function answerFile(bytes: Uint8Array<ArrayBuffer> | undefined): Response {
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

function failAsAsked(status: number): Response {
  return Response.json({ title: "Failed as asked", detail: "The receiver was asked to fail." }, { status });
}

async function describeFile({ bytes, ...file }: BodyFile, href: string): Promise<ReceivedFile> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const sha256 = Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return { ...file, bytes: bytes.length, sha256, href };
}
