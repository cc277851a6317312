import type { Upload } from "../../contract/index.js";
import type { HandlerContext } from "../createHandlerContext.js";
import { sha256Hex } from "../encoding.js";
import { createProblem } from "../http/createProblem.js";
import { jsonResponse } from "../http/jsonResponse.js";
import { readBody } from "../http/readBody.js";
import { readIdempotencyKey } from "../http/readIdempotencyKey.js";
import { offersReferences } from "../models/offersReferences.js";
import { sniffImage } from "../png/sniffImage.js";
import { createImageUrl } from "../storage/createImageUrl.js";
import { keepPicture, nameOf } from "../storage/keepPicture.js";
import type { KeptPicture } from "../storage/keepPicture.js";
import { mimeTypeOf } from "../storage/mimeTypeOf.js";
import { assertRate } from "./assertRate.js";
import type { AuthorizedCall } from "./Call.js";

/**
 * `POST /attachments`: keeps a picture that generations may refer to, once per key. Nothing is stored of a body that breaks
 * off or is no picture. Asks for the rate before it reads a body that is new.
 */
export async function uploads(
  handler: HandlerContext,
  { request, principal: { scope, ...others } }: AuthorizedCall,
): Promise<Response> {
  const { options, references, signer } = handler;
  const key = readIdempotencyKey(request.headers);
  const id = await signer.deriveId("upload", scope, key);
  const isKnown = handler.uploads.find(id) !== undefined || (await options.storage.stat(id)) !== null;
  if (!isKnown) await assertRate(handler, { scope, ...others }, "upload");
  if (!references || !(await offersReferences(handler, scope))) throw createProblem("not_found");
  const bytes = await readBody(request, references.maxUploadBytes);
  const fingerprint = await sha256Hex(bytes);
  return handler.uploads.alone(id, async () => {
    const known = await findKnown(handler, scope, id, fingerprint);
    if (known) return answer(handler, known, { "Idempotency-Replayed": "true" });
    const kept = await keepPicture(handler, scope, bytes, fingerprint, id);
    if (kept.attachmentId !== id) {
      handler.uploads.remember(id, { attachmentId: kept.attachmentId, fingerprint });
    }
    return answer(handler, kept);
  });
}

/** Finds what the key has stored before; refuses other bytes under it. */
async function findKnown(
  { options: { storage }, uploads: keys }: HandlerContext,
  scope: string,
  id: string,
  fingerprint: string,
): Promise<KeptPicture | null> {
  const remembered = keys.find(id);
  const attachmentId = remembered?.attachmentId ?? id;
  const info = await storage.stat(attachmentId);
  if (info?.scope !== scope) return null;
  const isSame = remembered
    ? remembered.fingerprint === fingerprint
    : info.name.startsWith(nameOf(id, fingerprint));
  if (!isSame) throw createProblem("idempotency_mismatch");
  const bytes = info.deleted ? null : await storage.read(attachmentId);
  const size = bytes && sniffImage(bytes);
  if (!size) throw createProblem("attachment_deleted");
  const { width, height } = size;
  return { attachmentId, mimeType: mimeTypeOf(info), width, height, sizeInBytes: info.sizeInBytes };
}

async function answer(
  handler: HandlerContext,
  kept: KeptPicture,
  headers: HeadersInit = {},
): Promise<Response> {
  const { attachmentId, mimeType, width, height, sizeInBytes } = kept;
  const link = await createImageUrl(handler, attachmentId, kept.imageUrl);
  const upload: Upload = {
    attachmentId,
    mimeType,
    width,
    height,
    sizeInKb: Math.ceil(sizeInBytes / 1024),
    ...link,
  };
  return jsonResponse(upload, 201, headers);
}
