import type { ReferenceItem } from "../../contract/index.js";
import type { HandlerContext } from "../createHandlerContext.js";
import { sha256Hex } from "../encoding.js";
import { createProblem } from "../http/createProblem.js";
import { raceSignal } from "../raceSignal.js";
import { keepPicture } from "../storage/keepPicture.js";
import { missing } from "./resolveReference.js";

/** Item of a reference's value, and where it stands. */
interface Place {
  readonly item: ReferenceItem;
  readonly pointer: string;
  readonly variable?: string | undefined;
}

/** Picture of the storage. */
interface FoundPicture {
  readonly attachmentId: string;
  /** Whether the host loaded it. */
  readonly isLoaded: boolean;
}

/**
 * Finds the picture that an item means: one of the caller's workspace in the storage, else what the host loads for it, which
 * is then stored under an id that follows from its bytes. An address is nothing that is followed.
 */
export async function findPicture(
  handler: HandlerContext,
  scope: string,
  place: Place,
): Promise<FoundPicture> {
  const { attachmentId } = place.item;
  const { storage } = handler.options;
  const info = attachmentId === undefined ? null : await storage.stat(attachmentId);
  if (attachmentId !== undefined && info) {
    // Whether another workspace has it is nobody's business.
    if (info.scope !== scope) throw notFound(place);
    if (info.deleted) throw refuse("attachment_deleted", place, "This picture was deleted.");
    if (info.sizeInBytes > mostBytes(handler)) {
      throw refuse("payload_too_large", place, "This picture has more bytes than the back end reads.");
    }
    return { attachmentId, isLoaded: false };
  }
  const bytes = await load(handler, scope, place);
  const fingerprint = await sha256Hex(bytes);
  const id = await handler.signer.deriveId("loaded", scope, fingerprint);
  const kept = await handler.uploads.alone(id, async () => {
    const before = handler.uploads.find(id)?.attachmentId ?? id;
    const known = await storage.stat(before);
    if (known?.scope === scope && !known.deleted) return before;
    return keepLoaded(handler, scope, bytes, fingerprint, id, place);
  });
  return { attachmentId: kept, isLoaded: true };
}

async function keepLoaded(
  handler: HandlerContext,
  scope: string,
  bytes: Uint8Array,
  fingerprint: string,
  id: string,
  place: Place,
): Promise<string> {
  let kept: string;
  try {
    ({ attachmentId: kept } = await keepPicture(handler, scope, bytes, fingerprint, id));
  } catch (cause) {
    const { kind, message } = Object(cause) as { kind?: unknown; message?: unknown };
    const isJudged = kind === "unsupported_media_type" || kind === "payload_too_large";
    if (isJudged) throw refuse(kind, place, String(message));
    throw cause;
  }
  if (kept !== id) handler.uploads.remember(id, { attachmentId: kept, fingerprint });
  return kept;
}

/** Lets the host load what is no picture of the storage. */
async function load(handler: HandlerContext, scope: string, place: Place): Promise<Uint8Array> {
  const { item, pointer, variable } = place;
  const { loadReference } = handler.references ?? {};
  if (!loadReference) {
    if (item.attachmentId !== undefined) throw notFound(place);
    throw missing(variable ?? "", pointer, `${variable ?? "It"} leads to ${item.found}.`);
  }
  const tooLate = new AbortController();
  const timer = setTimeout(() => tooLate.abort(createProblem("timeout")), handler.limits.timeoutMs);
  let bytes: unknown;
  try {
    const { signal } = tooLate;
    bytes = await raceSignal(loadReference({ scope, value: item.value, signal }), signal);
  } finally {
    clearTimeout(timer);
  }
  if (bytes === null || bytes === undefined) throw notFound(place);
  if (!(bytes instanceof Uint8Array)) {
    throw createProblem("internal", {
      cause: new TypeError(
        "The option `references.loadReference` answered with something else than bytes or null.",
      ),
    });
  }
  if (bytes.byteLength > mostBytes(handler)) {
    throw refuse("payload_too_large", place, "This picture has more bytes than the back end reads.");
  }
  return bytes;
}

/** Bytes of the largest picture that is read: an upload, or an image as a model answers it. */
function mostBytes({ limits, references }: HandlerContext): number {
  return Math.max(limits.maxImageBytes, references?.maxUploadBytes ?? 0);
}

function notFound(place: Place) {
  return refuse("not_found", place, "This workspace has no such picture.", "reference_not_found");
}

function refuse(
  kind: "not_found" | "attachment_deleted" | "payload_too_large" | "unsupported_media_type",
  { pointer, variable }: Place,
  detail: string,
  code: string = kind,
) {
  const errors = [{ pointer, code, detail, ...(variable !== undefined && { variable }) }];
  return createProblem(kind, { message: detail, errors });
}
