import type { UsedReference, Warning } from "../../contract/index.js";
import type { HandlerContext } from "../createHandlerContext.js";
import { createProblem } from "../http/createProblem.js";
import type { ReferencePicture } from "../models/ModelEntry.js";
import { referencesOf } from "../models/referencesOf.js";
import type { ResolvedReferenceLimits } from "../models/referencesOf.js";
import { SetupError } from "../models/SetupError.js";
import { fitPicture } from "../png/fitPicture.js";
import type { FittedPicture } from "../png/fitPicture.js";
import { sniffImage } from "../png/sniffImage.js";
import type { SniffedImage } from "../png/sniffImage.js";
import type { PreparedGeneration } from "./prepareGeneration.js";
import type { PreparedReference } from "./prepareReferences.js";
import { shareBytes } from "./shareBytes.js";

/** Pictures as the model gets them, and as the answer names them. */
export interface LoadedReferences {
  readonly pictures: readonly ReferencePicture[];
  readonly used: readonly UsedReference[];
  readonly warnings: readonly Warning[];
}

/** Picture on its way to the model. */
interface Loaded {
  readonly reference: PreparedReference;
  readonly source: SniffedImage;
  readonly fitted: FittedPicture;
}

/**
 * Reads the pictures of a run from the storage, one after another, and brings each within what the model takes, and then all
 * of them together.
 *
 * @throws `attachment_deleted`, `unsupported_media_type`, or `invalid_request` with the code `reference_unfit` where no size
 * of a picture's shape is within the bounds; nothing was charged.
 */
export async function loadReferences(
  handler: HandlerContext,
  { references, imageModel }: PreparedGeneration,
): Promise<LoadedReferences> {
  const limits = referencesOf(imageModel);
  if (!limits) return { pictures: [], used: [], warnings: [] };
  const loaded: Loaded[] = [];
  for (const reference of references) {
    const bytes = await handler.options.storage.read(reference.attachmentId);
    if (!bytes) throw refuse("attachment_deleted", reference, "This picture was deleted.");
    loaded.push(await fit(handler, reference, bytes, limits));
  }
  const maxBytes = shareBytes(
    loaded.map(({ fitted }) => fitted.bytes.byteLength),
    limits.maxTotalBytes,
  );
  for (const [place, { reference, source, fitted }] of loaded.entries()) {
    if (fitted.bytes.byteLength <= maxBytes) continue;
    const smaller = await fit(handler, reference, fitted.bytes, { ...limits, maxBytes });
    const isResized = fitted.isResized || smaller.fitted.isResized;
    loaded[place] = { reference, source, fitted: { ...smaller.fitted, isResized } };
  }
  return {
    pictures: loaded.map(
      ({ reference: { attachmentId }, fitted: { isResized: _isResized, ...picture } }) => ({
        ...picture,
        attachmentId,
      }),
    ),
    used: loaded.map(({ reference: { attachmentId }, source: { type, width, height } }) => ({
      attachmentId,
      mimeType: `image/${type}`,
      width,
      height,
    })),
    warnings: loaded.flatMap(warnResized),
  };
}

async function fit(
  handler: HandlerContext,
  reference: PreparedReference,
  bytes: Uint8Array,
  limits: ResolvedReferenceLimits,
): Promise<Loaded> {
  const source = sniffImage(bytes);
  const maxPixels = Math.max(handler.limits.maxPixels, handler.references?.maxPixels ?? 0);
  let fitted: FittedPicture | null;
  try {
    if (!source) throw new RangeError("No picture that can be decoded.");
    fitted = await fitPicture(bytes, limits, maxPixels, handler.loadEncode);
  } catch (cause) {
    if (SetupError.isInstance(cause)) throw cause;
    throw refuse("unsupported_media_type", reference, "This picture can't be read.", cause);
  }
  if (fitted) return { reference, source, fitted };
  const detail = `No size of this picture, with its ${source.width}x${source.height} pixels, is within what the model takes.`;
  throw refuse("invalid_request", reference, detail);
}

function warnResized({ source, fitted }: Loaded, place: number): Warning[] {
  const [from, to] = [`${source.width}x${source.height}`, `${fitted.width}x${fitted.height}`];
  if (!fitted.isResized) return [];
  const isSmaller = fitted.width * fitted.height < source.width * source.height;
  const message = `The picture ${place + 1} has ${from} pixels, ${isSmaller ? "more" : "fewer"} than the model takes; it got ${to}.`;
  return [{ code: "reference_resized", params: { reference: place, from, to }, message }];
}

function refuse(
  kind: "attachment_deleted" | "unsupported_media_type" | "invalid_request",
  { pointer }: PreparedReference,
  detail: string,
  cause?: unknown,
) {
  const errors = [{ pointer, code: kind === "invalid_request" ? "reference_unfit" : kind, detail }];
  return createProblem(kind, {
    charged: false,
    message: detail,
    errors,
    ...(cause !== undefined && { cause }),
  });
}
