import { HTML_PAGE, JPEG_IMAGE, SVG_IMAGE, drawHugeImage, drawImage } from "./drawImage.js";
import { cutResponse, jsonResponse, providerError } from "./providerError.js";
import { readDelay, wait } from "./readDelay.js";

const OUTCOMES: Readonly<Record<string, () => Response>> = {
  moderation: () =>
    providerError(400, "image_generation_user_error", "moderation_blocked", "Rejected by the safety system"),
  rejected: () =>
    providerError(400, "invalid_request_error", "invalid_value", "Invalid value for the parameter size"),
  "429": () =>
    providerError(429, "requests", "rate_limit_exceeded", "Rate limit reached", { "Retry-After": "2" }),
  "402": () =>
    providerError(429, "insufficient_quota", "insufficient_quota", "You exceeded your current quota"),
  "401": () => providerError(401, "invalid_request_error", "invalid_api_key", "Incorrect API key provided"),
  "500": () => providerError(500, "server_error", null, "The server had an error"),
  "503": () => providerError(503, "server_error", null, "The engine is overloaded"),
  cut: () => cutResponse('{"created":1,"data":[{"b64_json":"iVBORw0KGgo'),
  empty: () => images(),
  html: () => images(HTML_PAGE),
  svg: () => images(SVG_IMAGE),
  huge: () => images(drawHugeImage()),
  jpeg: () => images(JPEG_IMAGE),
  wide: () => images(drawImage("1536x1024")),
};

/** Markers that choose the response to an image call, besides `slow` and `slow:<milliseconds>`. */
export const IMAGE_MARKERS = Object.keys(OUTCOMES);

/** Answers as an image model would, or as the prompt's marker says. */
export async function answerImage(
  prompt: string,
  size: string | undefined,
  signal: AbortSignal,
): Promise<Response> {
  const delay = readDelay(prompt, "slow");
  if (delay !== null) await wait(delay, signal);
  const marker = IMAGE_MARKERS.find((candidate) => prompt.includes(`[[${candidate}]]`));
  return OUTCOMES[marker ?? ""]?.() ?? images(drawImage(size));
}

function images(...files: readonly Uint8Array[]): Response {
  return jsonResponse({
    created: Math.floor(Date.now() / 1000),
    data: files.map((bytes) => ({ b64_json: Buffer.from(bytes).toString("base64") })),
    usage: {
      total_tokens: 100,
      input_tokens: 50,
      output_tokens: 50,
      input_tokens_details: { text_tokens: 50, image_tokens: 0 },
    },
  });
}
