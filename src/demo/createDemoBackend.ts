import { LOCAL_ORIGINS, createImageNodeHandler, memoryStorage } from "../server/index.js";
import type { AttachmentStorage, ImageModelEntry, PromptModelEntry } from "../server/index.js";
import { createIllustrator } from "./illustrator.js";
import { swatches } from "./swatches.js";
import { createPromptWriter } from "./writer/createPromptWriter.js";

/** Where the demo back end keeps its pictures and how it answers. */
export interface DemoBackendOptions {
  /** @default `memoryStorage()` */
  storage?: AttachmentStorage | undefined;
  /** The absolute base URL under which the handler is reached; links begin with it. @default "http://127.0.0.1:6006/api/image-node" */
  publicUrl?: string | undefined;
  /** Origins besides `publicUrl`'s that a browser may call from. @default {@link LOCAL_ORIGINS}, any port of this machine */
  allowedOrigins?: readonly string[] | undefined;
  /** Signs the links. @default a random one, so that links end with the process */
  signingSecret?: string | undefined;
  /** Prompt and image stage together, in milliseconds. @default 60000 */
  timeoutMs?: number | undefined;
  /** Milliseconds that the illustrator waits before it draws, so that a person can watch the stages. @default 0 */
  delayMs?: number | undefined;
  /** Told of each run, so that whoever ends the process can wait for those that go on without their caller. */
  waitUntil?: ((work: Promise<unknown>) => void) | undefined;
}

/** A whole back end without a key, and its two models for a handler of one's own. */
export interface DemoBackend {
  /** Everyone shares one scope: for a demo on one machine or in one page. */
  handler: (request: Request) => Promise<Response>;
  /** Entry for `imageModels`, under {@link DEMO_IMAGE_MODEL}. */
  imageModel: ImageModelEntry;
  /** Entry for `promptModels`, under {@link DEMO_PROMPT_MODEL}. */
  promptModel: PromptModelEntry;
}

/** Id of the demo illustrator in the catalog. */
export const DEMO_IMAGE_MODEL = "demo/illustrator";
/** Id of the demo prompt writer in the catalog. */
export const DEMO_PROMPT_MODEL = "demo/writer";

/**
 * A back end that works without a key: it draws by rule and writes by rule, and says so ("no AI") in the catalog and on
 * the picture. Runs in Node (with `sharp`) and in a page (on a canvas); both need `@iconify-json/noto` and `emojilib`.
 * A missing package is named, with the install line, by the first picture, not by this call.
 */
export function createDemoBackend(options: DemoBackendOptions = {}): DemoBackend {
  const {
    storage = memoryStorage(),
    publicUrl = "http://127.0.0.1:6006/api/image-node",
    allowedOrigins = LOCAL_ORIGINS,
    signingSecret = randomSecret(),
    timeoutMs,
    delayMs,
    waitUntil,
  } = options;
  const price = { currency: "USD", min: 0, max: 0, source: "demo, free" };
  const imageModel: ImageModelEntry = {
    model: createIllustrator({ delayMs, vary: true }),
    label: "Demo illustrator (no AI)",
    provider: "Demo",
    kind: "demo",
    partialImages: true,
    price,
  };
  const promptModel: PromptModelEntry = {
    model: createPromptWriter(),
    label: "Demo writer (no AI)",
    provider: "Demo",
    kind: "demo",
    price,
  };
  const handler = createImageNodeHandler({
    imageModels: { [DEMO_IMAGE_MODEL]: imageModel },
    promptModels: { [DEMO_PROMPT_MODEL]: promptModel },
    defaults: { imageModel: DEMO_IMAGE_MODEL, promptModel: DEMO_PROMPT_MODEL },
    storage,
    publicUrl,
    allowedOrigins,
    signingSecret,
    authorize: () => ({ scope: "demo", subject: "anonymous" }),
    dangerouslyAllowAnonymous: true,
    limits: { timeoutMs },
    waitUntil,
    styles: Object.entries(swatches).map(([id, swatchUrl]) => ({ id, swatchUrl })),
  });
  return { handler, imageModel, promptModel };
}

function randomSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
