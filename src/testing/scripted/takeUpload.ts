import type { Problem, Upload } from "../../contract/index.js";
import { createProblem } from "../fixtures/problemFixtures.js";
import type { ScriptedAttachments } from "./createScriptedAttachments.js";
import { jsonResponse, problemResponse } from "./jsonResponse.js";
import { catalogOf } from "./judgeSettings.js";
import { readPicture } from "./readPicture.js";
import type { Script } from "./Script.js";

/** Most bytes of an upload where the catalog names none. */
const MOST_BYTES = 10 * 1024 * 1024;

/**
 * Answers `POST /attachments`: keeps a PNG, JPEG or WebP as it is, where the catalog offers uploads and the script has no
 * problem in their place. The same key answers the same picture.
 */
export function takeUpload(
  script: Script,
  request: Request,
  bytes: Uint8Array<ArrayBuffer>,
  baseUrl: string,
  attachments: ScriptedAttachments,
): Response {
  const { features, limits } = catalogOf(script);
  const refuse = (kind: Parameters<typeof createProblem>[0], more: Partial<Problem> = {}) =>
    problemResponse(createProblem(kind, more));
  if (features.uploads !== true) return refuse("not_found");
  const key = request.headers.get("Idempotency-Key");
  if (!key) return refuse("idempotency_key_missing");
  if (script.uploads) return problemResponse(script.uploads);
  if (bytes.byteLength > (limits.maxUploadBytes ?? MOST_BYTES)) return refuse("payload_too_large");
  const picture = readPicture(bytes);
  if (!picture) return refuse("unsupported_media_type");
  const kept = attachments.keep(key, bytes, picture);
  if (!kept) return refuse("idempotency_mismatch");
  const upload: Upload = {
    attachmentId: kept.id,
    ...picture,
    sizeInKb: Math.ceil(bytes.byteLength / 1024),
    ...attachments.link(kept.id, baseUrl),
  };
  return jsonResponse(upload, 201, kept.isNew ? {} : { "Idempotency-Replayed": "true" });
}
