import { routeUrl } from "../../contract/index.js";
import type { Generation, Warning } from "../../contract/index.js";
import type { AttachmentDetails, StoredAttachment } from "../storage/AttachmentStorage.js";
import { putPicture } from "../storage/putPicture.js";
import { sha256Hex } from "../encoding.js";
import { createId } from "../createId.js";
import { cropFor } from "../models/shapesOf.js";
import type { HandlerContext } from "../createHandlerContext.js";
import { createImageUrl } from "../storage/createImageUrl.js";
import { providerOf } from "../models/loadModels.js";
import { SetupError } from "../models/SetupError.js";
import type { ToPng } from "../options.js";
import type { PreparedGeneration } from "./prepareGeneration.js";
import { createProblem } from "../http/createProblem.js";
import { STORE_MS } from "../runs/lease.js";
import { hasFewParts } from "../png/hasFewParts.js";
import { sniffImage } from "../png/sniffImage.js";
import { traceStep } from "../telemetry/traceStep.js";
import { NO_SPAN } from "../telemetry/TraceSpan.js";
import type { TraceSpan } from "../telemetry/TraceSpan.js";

/** Stored image. */
export interface StoreStageResult extends Pick<Generation, "output" | "image"> {
  readonly warnings: readonly Warning[];
}

/** Converts the model's bytes to PNG and stores it. Calls `announce` with the image before it is stored. */
export async function runStoreStage(
  handler: HandlerContext,
  prepared: PreparedGeneration,
  prompt: string,
  bytes: Uint8Array,
  toPng: ToPng,
  announce: (image: Pick<Generation, "output" | "image">) => Promise<unknown>,
  trace: TraceSpan = NO_SPAN,
): Promise<StoreStageResult> {
  const { png, width, height, warnings } = await traceStep(handler, trace, "convert", () =>
    encode(handler, prepared, bytes, toPng),
  );
  const sha256 = await sha256Hex(png);
  const name = `${createDigits()}-workflow_image_generation-${providerSlug(prepared)}.png`;
  const { scope, context, aspectRatio } = prepared;
  const details = { scope, context, name, sha256, attachmentId: createId("att") };
  const describe = (
    { attachmentId, path, imagePath }: StoredAttachment,
    { imageUrl, expiresAt }: Awaited<ReturnType<typeof createImageUrl>>,
  ): Pick<Generation, "output" | "image"> => ({
    output: {
      path: path ?? `/mnt/data/${name}`,
      _metadata: { name, mimeType: "image/png", sizeInKb: Math.ceil(png.byteLength / 1024), attachmentId },
      imageUrl,
      imagePath: imagePath ?? `attachments/${attachmentId}.png`,
      attachmentId,
      prompt,
      aspectRatio,
    },
    image: { width, height, expiresAt, sha256 },
  });
  // No link is made yet: whoever shows the image makes one.
  const imageUrl = routeUrl(handler.publicUrl, "attachments", details.attachmentId);
  await announce(describe(details, { imageUrl, expiresAt: new Date().toISOString() }));
  const stored = await traceStep(handler, trace, "store", () => put(handler, png, details));
  const link = await createImageUrl(handler, stored.attachmentId, stored.imageUrl);
  return { ...describe(stored, link), warnings };
}

async function encode(
  { limits }: HandlerContext,
  { aspectRatio, geometry }: PreparedGeneration,
  bytes: Uint8Array,
  toPng: ToPng,
): Promise<{ png: Uint8Array; width: number; height: number; warnings: Warning[] }> {
  const source = bytes.byteLength <= limits.maxImageBytes ? sniffImage(bytes) : null;
  // Read from the headers: a small file may claim pixels that would fill the memory, or frames that never end.
  const isBounded = source !== null && source.width * source.height <= limits.maxPixels;
  if (!isBounded || !hasFewParts(bytes, source.type)) throw createProblem("bad_image", { charged: null });
  const crop = cropFor(source.width, source.height, aspectRatio, geometry.crop);
  let png: Uint8Array;
  try {
    png = await toPng(bytes, { maxPixels: limits.maxPixels, ...(crop ? { crop } : {}) });
  } catch (cause) {
    // The image may be good: the host's installation cannot convert it.
    throw createProblem(SetupError.isInstance(cause) ? "internal" : "bad_image", { charged: null, cause });
  }
  const result = sniffImage(png);
  if (result?.type !== "png") throw createProblem("bad_image", { charged: null });
  const { width, height } = result;
  const from = `${source.width}x${source.height}`;
  const to = `${width}x${height}`;
  const message = `The model delivered ${from} pixels; the middle was cut out to ${to} for the chosen aspect ratio.`;
  return { png, width, height, warnings: crop ? [{ code: "cropped", params: { from, to }, message }] : [] };
}

/** Stores the image in time: a storage that never answers must hold neither the run nor its permit. */
async function put(
  { options: { storage } }: HandlerContext,
  png: Uint8Array,
  details: AttachmentDetails,
): Promise<StoredAttachment> {
  try {
    return await putPicture(storage, png, details, STORE_MS);
  } catch (cause) {
    throw createProblem("storage_failed", { charged: true, cause });
  }
}

let lastTime = 0;

/** Makes digits that no other image has: a time that never repeats in this process, and four random digits for others. */
function createDigits(): string {
  lastTime = Math.max(Date.now(), lastTime + 1);
  const random = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
  return `${lastTime}${String(random % 10_000).padStart(4, "0")}`;
}

function providerSlug({ imageModelId, imageModel }: PreparedGeneration): string {
  const letters = providerOf(imageModelId, imageModel).toLowerCase().slice(0, 64);
  return (
    letters
      .split(/[^a-z0-9]+/)
      .filter(Boolean)
      .join("-") || "model"
  );
}
