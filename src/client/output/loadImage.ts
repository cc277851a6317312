import { ImageNodeError, problemSchema } from "../../contract/index.js";
import type { ErrorKind, Generation, ImageNodeOutput } from "../../contract/index.js";
import { MAX_IMAGE_BYTES, readBytes } from "../../internal/readBytes.js";
import { isSafeImageUrl } from "./isSafeImageUrl.js";
import type { StandardFile } from "./toStandardFile.js";
import type { ImageNodeClient } from "../types.js";

/** A node's output, or the generation that it belongs to; a generation also knows when its link ends. */
export type OutputSource = ImageNodeOutput | Generation;

/** What can be loaded: also a standard file, which has no link of its own and needs `client` to get one. */
export type ImageSource = OutputSource | StandardFile;

/** What the helpers that load a picture take. */
export interface OutputOptions {
  /** @default the global `fetch` */
  fetch?: typeof fetch | undefined;
  /**
   * Gets a fresh link, once, where the old one has ended, and the link of a standard file, which has none.
   * @default none: an ended link is `link_expired`, and a standard file is refused as `link_expired` too
   */
  client?: Pick<ImageNodeClient, "refreshUrl"> | undefined;
  /** Ends the download. */
  signal?: AbortSignal | undefined;
  /** Bytes that are loaded at most; a longer download ends as `bad_image`. @default 67108864 */
  maxBytes?: number | undefined;
}

const KIND_BY_STATUS: Readonly<Record<number, ErrorKind>> = {
  403: "bad_signature",
  404: "not_found",
  410: "link_expired",
};
/** What a link that has ended answers, whoever serves it; storages of others say 403 or 404. */
const RENEWABLE = new Set<string>(["link_expired", "bad_signature", "not_found"]);
/** Bytes of a refusal that are read; a problem document is far shorter. */
const MAX_PROBLEM_BYTES = 65_536;
const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** The output itself, whichever was given; of a standard file what it has of one. */
export function getOutput(source: OutputSource): ImageNodeOutput;
export function getOutput(source: ImageSource): ImageNodeOutput | StandardFile;
export function getOutput(source: ImageSource): ImageNodeOutput | StandardFile {
  return isGeneration(source) ? source.output : source;
}

/**
 * Loads the bytes of a picture. No header and no cookie goes with it. Rejects with `link_expired`,
 * `attachment_deleted`, `bad_image` (what came is no PNG, or too long), `network`, or `contract_violation` for an unsafe link.
 */
export async function loadImage(
  source: ImageSource,
  o: OutputOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const output = getOutput(source);
  const { client } = o;
  const renew = client && (() => client.refreshUrl(output._metadata.attachmentId, { signal: o.signal }));
  if (!("imageUrl" in output)) {
    if (renew) return load((await renew()).imageUrl, o);
    throw new ImageNodeError({
      kind: "link_expired",
      message:
        "A standard file has no link. Give a client, which gets one by the file's attachment id: { client }.",
    });
  }
  const endsAt = isGeneration(source) ? Date.parse(source.image.expiresAt) : Infinity;
  if (renew && endsAt <= Date.now()) return load((await renew()).imageUrl, o);
  try {
    return await load(output.imageUrl, o);
  } catch (error) {
    if (!renew || !ImageNodeError.isInstance(error) || !RENEWABLE.has(error.kind)) throw error;
    return load((await renew()).imageUrl, o);
  }
}

async function load(url: string, o: OutputOptions): Promise<Uint8Array<ArrayBuffer>> {
  if (!isSafeImageUrl(url)) {
    throw new ImageNodeError({
      kind: "contract_violation",
      message: `The picture's link is not loaded: "${url.slice(0, 80)}" is neither https nor on this machine.`,
    });
  }
  const init: RequestInit = { credentials: "omit", referrerPolicy: "no-referrer" };
  if (o.signal) init.signal = o.signal;
  let response: Response;
  let bytes: Uint8Array<ArrayBuffer> | null;
  const { maxBytes = MAX_IMAGE_BYTES } = o;
  try {
    response = await (o.fetch ?? globalThis.fetch)(url, init);
    bytes = await readBytes(response, response.ok ? maxBytes : MAX_PROBLEM_BYTES);
  } catch (cause) {
    if (o.signal?.aborted) throw o.signal.reason;
    throw new ImageNodeError({
      kind: "network",
      message: "The picture could not be loaded. Try again.",
      cause,
    });
  }
  if (!response.ok) throw toError(response.status, bytes);
  if (!bytes) {
    throw new ImageNodeError({
      kind: "bad_image",
      message: `The image's link answered more than ${maxBytes} bytes. Raise \`maxBytes\` if it is yours.`,
    });
  }
  if (PNG_SIGNATURE.some((byte, index) => bytes[index] !== byte)) {
    throw new ImageNodeError({
      kind: "bad_image",
      message: "The picture's link answered something that is no PNG.",
    });
  }
  return bytes;
}

function toError(status: number, bytes: Uint8Array | null): ImageNodeError {
  try {
    const problem = problemSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes ?? undefined)));
    if (problem.success) return ImageNodeError.fromProblem(problem.data);
  } catch {
    // Not a problem document: the status has to do.
  }
  const kind = KIND_BY_STATUS[status] ?? "network";
  return new ImageNodeError({ kind, status, message: `The picture's link answered ${status}.` });
}

function isGeneration(source: ImageSource): source is Generation {
  return "output" in source && "image" in source;
}
