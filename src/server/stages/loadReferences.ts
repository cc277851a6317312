import type { UsedReference, Warning } from "../../contract/index.js";
import type { HandlerContext } from "../createHandlerContext.js";
import { createProblem } from "../http/createProblem.js";
import type { ReferencePicture } from "../models/ModelEntry.js";
import { referencesOf } from "../models/referencesOf.js";
import { fitPicture } from "../png/fitPicture.js";
import { sniffImage } from "../png/sniffImage.js";
import type { PreparedGeneration } from "./prepareGeneration.js";
import type { PreparedReference } from "./prepareReferences.js";

/** Pictures as the model gets them, and as the answer names them. */
export interface LoadedReferences {
  readonly pictures: readonly ReferencePicture[];
  readonly used: readonly UsedReference[];
  readonly warnings: readonly Warning[];
}

/** Reads the pictures of a run from the storage, one after another, and brings each within what the model takes. */
export async function loadReferences(
  handler: HandlerContext,
  { references, imageModel }: PreparedGeneration,
): Promise<LoadedReferences> {
  const limits = referencesOf(imageModel);
  const pictures: ReferencePicture[] = [];
  const used: UsedReference[] = [];
  const warnings: Warning[] = [];
  for (const [place, reference] of limits ? references.entries() : []) {
    const { attachmentId } = reference;
    const bytes = await handler.options.storage.read(attachmentId);
    if (!bytes) throw refuse("attachment_deleted", reference, "This picture was deleted.");
    const source = sniffImage(bytes);
    const maxPixels = Math.max(handler.limits.maxPixels, handler.references?.maxPixels ?? 0);
    let fitted: Awaited<ReturnType<typeof fitPicture>>;
    try {
      if (!source || !limits) throw new RangeError("No picture that can be decoded.");
      fitted = await fitPicture(bytes, limits, maxPixels, handler.loadEncode);
    } catch (cause) {
      throw refuse("unsupported_media_type", reference, "This picture can't be read.", cause);
    }
    const { isSmaller, ...picture } = fitted;
    pictures.push({ ...picture, attachmentId });
    const { type, width, height } = source;
    used.push({ attachmentId, mimeType: `image/${type}`, width, height });
    if (isSmaller)
      warnings.push(tellSmaller(place, `${width}x${height}`, `${picture.width}x${picture.height}`));
  }
  return { pictures, used, warnings };
}

function tellSmaller(place: number, from: string, to: string): Warning {
  const message = `The picture ${place + 1} has ${from} pixels, more than the model takes; it got ${to}.`;
  return { code: "reference_resized", params: { reference: place, from, to }, message };
}

function refuse(
  kind: "attachment_deleted" | "unsupported_media_type",
  { pointer }: PreparedReference,
  detail: string,
  cause?: unknown,
) {
  const errors = [{ pointer, code: kind, detail }];
  return createProblem(kind, {
    charged: false,
    message: detail,
    errors,
    ...(cause !== undefined && { cause }),
  });
}
