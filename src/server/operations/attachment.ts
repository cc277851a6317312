import type { Call } from "./Call.js";
import { ownBuffer } from "../encoding.js";
import type { HandlerContext } from "../createHandlerContext.js";
import { matchesEntityTag } from "../http/matchesEntityTag.js";
import { parseRange } from "../http/parseRange.js";
import { createProblem } from "../http/createProblem.js";
import { mimeTypeOf } from "../storage/mimeTypeOf.js";

/** `GET|HEAD /attachments/{id}`: the image of a signed link. The signature is the permission. */
export async function attachment(
  { options: { storage }, signer }: HandlerContext,
  { request, url }: Call,
  id: string,
): Promise<Response> {
  const verdict = await signer.verify(id, url.searchParams);
  if (verdict === "invalid") throw createProblem("bad_signature");
  if (verdict === "expired") throw createProblem("link_expired");
  const info = await storage.stat(id);
  if (!info) throw createProblem("not_found");
  if (info.deleted) throw createProblem("attachment_deleted");

  const headers = new Headers({
    "Content-Type": mimeTypeOf(info),
    "Content-Disposition": `inline; filename="${info.name.replace(/[^\w.-]/g, "_")}"`,
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Cache-Control": "private, max-age=3600, immutable",
    ETag: `"${info.sha256}"`,
  });
  if (matchesEntityTag(request.headers.get("If-None-Match"), `"${info.sha256}"`)) {
    return new Response(null, { status: 304, headers });
  }
  headers.set("Accept-Ranges", "bytes");
  const ifRange = request.headers.get("If-Range");
  const isSame = ifRange === null || ifRange === `"${info.sha256}"`;
  // Ranges are defined for GET alone (RFC 9110, 14.2).
  const range =
    isSame && request.method === "GET" ? parseRange(request.headers.get("Range"), info.sizeInBytes) : null;
  if (range === "unsatisfiable") {
    return new Response(null, { status: 416, headers: { "Content-Range": `bytes */${info.sizeInBytes}` } });
  }
  const { start, end } = range ?? { start: 0, end: info.sizeInBytes - 1 };
  headers.set("Content-Length", String(end - start + 1));
  if (range) headers.set("Content-Range", `bytes ${start}-${end}/${info.sizeInBytes}`);
  const status = range ? 206 : 200;
  if (request.method === "HEAD") return new Response(null, { status, headers });
  const bytes = await storage.read(id);
  if (!bytes) throw createProblem("attachment_deleted");
  return new Response(ownBuffer(range ? bytes.subarray(start, end + 1) : bytes), { status, headers });
}
