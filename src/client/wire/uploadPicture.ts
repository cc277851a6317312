import { ImageNodeError, uploadSchema } from "../../contract/index.js";
import type { Upload } from "../../contract/index.js";
import { callSafely } from "../../internal/callSafely.js";
import type { UploadOptions } from "../types.js";
import { assertOk } from "./assertOk.js";
import { createDeadline } from "./createDeadline.js";
import { createIdempotencyKey, isIdempotencyKey } from "./createIdempotencyKey.js";
import type { ClientState } from "./createClientState.js";
import { createUnsupportedError, rethrowAsUnsupported } from "./createUnsupportedError.js";
import { readJson } from "./readJson.js";
import { sendRequest } from "./sendRequest.js";
import type { ApiRequest } from "./sendRequest.js";
import { untilAborted } from "./untilAborted.js";
import { withRetries } from "./withRetries.js";

/** Bytes per millisecond of a slow connection (256 kbit/s): a large picture is given the time that it takes there. */
const SLOW_BYTES_PER_MS = 32;

/**
 * Uploads a picture. Its bytes are read once, so that each repeat sends the same ones under the same key. By `fetch`, which
 * can't count what was sent: a request that counts it also follows redirects, and would carry the host's headers there.
 */
export async function uploadPicture(
  state: ClientState,
  file: Blob,
  { idempotencyKey: key = createIdempotencyKey(), signal, onProgress }: UploadOptions = {},
): Promise<Upload> {
  if (!isIdempotencyKey(key)) {
    throw new TypeError(`"${key}" is no idempotency key: 1 to 255 of A-Z a-z 0-9 . _ ~ - are allowed.`);
  }
  assertOffer(state, file);
  const totalBytes = file.size;
  const { now } = state.dependencies;
  const deadline = createDeadline({
    timeoutMs: state.timeoutMs + totalBytes / SLOW_BYTES_PER_MS,
    signal,
    now,
  });
  let attempts = 0;
  try {
    deadline.signal.throwIfAborted();
    const request: ApiRequest = {
      method: "POST",
      path: ["attachments"],
      body: await readFile(file, deadline.signal),
      headers: { "Content-Type": file.type || "application/octet-stream", "Idempotency-Key": key },
    };
    const attempt = async () => {
      attempts += 1;
      callSafely(onProgress, { attempt: attempts, sentBytes: 0, totalBytes });
      const response = await sendRequest(state.options, request, deadline.signal);
      await assertOk(response, deadline.signal, now());
      return readJson(response, uploadSchema, deadline.signal);
    };
    const policy = { maxRetries: state.maxRetries, repeatUnknown: true };
    const upload = await withRetries(attempt, policy, deadline, state.dependencies);
    callSafely(onProgress, { attempt: attempts, sentBytes: totalBytes, totalBytes });
    return upload;
  } catch (error) {
    return rethrowAsUnsupported("takes no uploads", false)(error);
  } finally {
    deadline.dispose();
  }
}

/** Throws where the catalog says that the upload would be refused. */
function assertOffer({ catalog }: ClientState, { size }: Blob): void {
  if (catalog && !catalog.features.uploads) throw createUnsupportedError("takes no uploads");
  const { maxUploadBytes = Infinity } = catalog?.limits ?? {};
  if (size <= maxUploadBytes) return;
  throw new ImageNodeError({
    kind: "payload_too_large",
    message: `The picture has ${size} bytes, and the back end takes ${maxUploadBytes} at most. Nothing was sent.`,
    charged: false,
  });
}

/** Reads the bytes of a file, which may have gone or changed since it was chosen. */
async function readFile(file: Blob, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await untilAborted(file.arrayBuffer(), signal));
  } catch (cause) {
    if (signal.aborted) throw signal.reason;
    throw new ImageNodeError({
      kind: "body_unreadable",
      message:
        "The file can't be read. It may have been moved or changed since it was chosen. Nothing was sent.",
      charged: false,
      cause,
    });
  }
}
