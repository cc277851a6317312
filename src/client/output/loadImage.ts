import { ImageNodeError, problemSchema } from "../../contract/index.js";
import type { ErrorKind } from "../../contract/index.js";
import { MAX_IMAGE_BYTES, readBytes } from "../../internal/readBytes.js";
import type { ImageNodeClient } from "../types.js";
import { getOutput, isGeneration } from "./getOutput.js";
import type { ImageSource } from "./getOutput.js";
import { isSafeImageUrl } from "./isSafeImageUrl.js";

/** Options of the helpers that load an image: `toBlob`, `toFile`, `toFilePart` and `toFormData`. */
export interface OutputOptions {
  /** Function that loads the image. @default the global `fetch` */
  fetch?: typeof fetch | undefined;
  /**
   * Client that gets a fresh link, once, where the old one has ended, and the link of a standard file, which has none.
   * Without a client, an ended link and a standard file reject with `link_expired`.
   */
  client?: Pick<ImageNodeClient, "refreshUrl"> | undefined;
  /** Signal that ends the download; the call rejects with its reason. */
  signal?: AbortSignal | undefined;
  /** Bytes that are loaded at most; a longer download ends as `bad_image`. @default 67108864 */
  maxBytes?: number | undefined;
}

const KIND_BY_STATUS: Readonly<Record<number, ErrorKind>> = {
  403: "bad_signature",
  404: "not_found",
  410: "link_expired",
};
/** Kinds that a fresh link may cure: other storages answer 403 or 404 to a link that has ended. */
const RENEWABLE = new Set<string>(["link_expired", "bad_signature", "not_found"]);
/** Bytes of a refusal that are read; a problem document is far shorter. */
const MAX_PROBLEM_BYTES = 65_536;
const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/**
 * Loads the bytes of an image, without headers or cookies. Rejects with `link_expired`, `attachment_deleted`,
 * `bad_image` (the response is no PNG, or too long), `network`, or `contract_violation` for an unsafe link.
 *
 * @example
 * const bytes = await loadImage(generation, { client });
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
      message: `The image's link is not loaded: "${url.slice(0, 80)}" is neither https nor on this machine.`,
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
      message: "The image could not be loaded. Try again.",
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
      message: "The image's link answered something that is no PNG.",
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
  return new ImageNodeError({ kind, status, message: `The image's link answered ${status}.` });
}
