import { crc32 } from "node:zlib";
import type { EditPicture } from "./readEdit.js";
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

/** Image that a call asks for. */
export interface AskedImage {
  prompt: string;
  size: string | undefined;
  /** Other members of the body by name, such as `quality` and `seed`. */
  settings: Readonly<Record<string, unknown>>;
  /** Pictures of an edit; absent for a call that takes none. */
  pictures?: readonly EditPicture[] | undefined;
}

/**
 * Answers as an image model would, or as the prompt's marker says. It refuses a `quality`, `background` or `seed` that no
 * model takes, and an edit without pictures, with more than sixteen or with other files. Draws the same image for the same
 * seed, else for the same pictures.
 */
export async function answerImage(
  { prompt, size, settings, pictures }: AskedImage,
  signal: AbortSignal,
): Promise<Response> {
  const delay = readDelay(prompt, "slow");
  if (delay !== null) await wait(delay, signal);
  const marker = IMAGE_MARKERS.find((candidate) => prompt.includes(`[[${candidate}]]`));
  const outcome = OUTCOMES[marker ?? ""];
  if (outcome) return outcome();
  const { quality, background } = settings;
  const arePictures = pictures === undefined || areTaken(pictures);
  const faulty = arePictures ? Object.keys(TAKEN).find((name) => !isTaken(name, settings[name])) : "image";
  if (faulty !== undefined) {
    return providerError(
      400,
      "invalid_request_error",
      "invalid_value",
      `Invalid value for the parameter ${faulty}`,
    );
  }
  return imagesResponse([drawImage(size, seedOf(settings.seed, pictures))], {
    ...(/^(?:low|medium|high)$/.test(String(quality)) && { quality }),
    ...(/^(?:opaque|transparent)$/.test(String(background)) && { background }),
  });
}

/** Most pictures of an edit. */
const MOST_PICTURES = 16;
/** First bytes of the formats, whatever a call says. */
const BEGINNINGS: Readonly<Record<string, string>> = {
  "image/png": "89504e47",
  "image/jpeg": "ffd8ff",
  "image/webp": "52494646",
};

function areTaken(pictures: readonly EditPicture[]): boolean {
  return (
    pictures.length > 0 &&
    pictures.length <= MOST_PICTURES &&
    pictures.every(({ mimeType, bytes }) => {
      const beginning = Object.hasOwn(BEGINNINGS, mimeType) ? BEGINNINGS[mimeType] : undefined;
      return (
        beginning !== undefined && Buffer.from(bytes.subarray(0, 4)).toString("hex").startsWith(beginning)
      );
    })
  );
}

/** Seed of a call, else one that follows from its pictures. */
function seedOf(seed: unknown, pictures: readonly EditPicture[] = []): number | undefined {
  if (typeof seed === "number") return seed;
  if (pictures.length === 0) return undefined;
  return crc32(pictures.map(({ sha256 }) => sha256).join()) % 1_000_000;
}

/** Values of the members that are judged; seeds are whole numbers. */
const TAKEN: Readonly<Record<string, readonly string[] | "integer">> = {
  quality: ["auto", "low", "medium", "high", "standard", "hd"],
  background: ["auto", "opaque", "transparent"],
  seed: "integer",
};

function isTaken(name: string, value: unknown): boolean {
  const taken = TAKEN[name];
  if (value === undefined || value === null || taken === undefined) return true;
  return taken === "integer" ? Number.isSafeInteger(value) : taken.some((each) => each === value);
}

function images(...files: readonly Uint8Array[]): Response {
  return imagesResponse(files, {});
}

/** Answers with files, and with the settings that OpenAI's answers repeat. */
function imagesResponse(files: readonly Uint8Array[], used: Readonly<Record<string, unknown>>): Response {
  return jsonResponse({
    created: Math.floor(Date.now() / 1000),
    data: files.map((bytes) => ({ b64_json: Buffer.from(bytes).toString("base64") })),
    ...used,
    usage: {
      total_tokens: 100,
      input_tokens: 50,
      output_tokens: 50,
      input_tokens_details: { text_tokens: 50, image_tokens: 0 },
    },
  });
}
