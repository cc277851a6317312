import { LOCAL_ORIGINS, createImageNodeHandler, memoryStorage } from "../server/index.js";
import type {
  AttachmentStorage,
  ImageModelEntry,
  ImageNodeHandlerOptions,
  PromptModelEntry,
} from "../server/index.js";
import { createIllustrator } from "./createIllustrator.js";
import { ILLUSTRATOR_SETTINGS } from "./illustratorSettings.js";
import { swatches } from "./swatches.js";
import { createPromptWriter } from "./writer/createPromptWriter.js";

/** Options of {@link createDemoBackend}. */
export interface DemoBackendOptions {
  /** Storage of the images. The memory of the process by default. @default `memoryStorage()` */
  storage?: AttachmentStorage | undefined;
  /** Absolute base URL of the handler; links begin with it. @default "http://127.0.0.1:6006/api/image-node" */
  publicUrl?: string | undefined;
  /** Origins besides `publicUrl`'s that a browser may call from. @default {@link LOCAL_ORIGINS}, any localhost origin */
  allowedOrigins?: readonly string[] | undefined;
  /** Secret that signs the links. @default a random one, so that links end with the process */
  signingSecret?: string | undefined;
  /** Limit of the prompt and the image stage together, in milliseconds. @default 60000 */
  timeoutMs?: number | undefined;
  /** Delay of the illustrator in milliseconds, so that a person can watch the stages. @default 0 */
  delayMs?: number | undefined;
  /** Takes pictures in, as the handler's option does; the illustrator takes one. Off by default. */
  references?: ImageNodeHandlerOptions["references"];
  /** Called with each run, so that the process can wait for runs whose caller has left. */
  waitUntil?: ((work: Promise<unknown>) => void) | undefined;
}

/** Demo back end without an API key, and its two models for a handler of your own. */
export interface DemoBackend {
  /** Handles requests. All callers share one scope: for a demo on one machine or in one page. */
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
 * Creates the built-in demo back end. It needs no API key: it draws and writes by rule, is not AI, and says so in the
 * catalog and on the image. Swap in an AI SDK model for production.
 *
 * Runs in Node (with `sharp`) and in a page (on a canvas); both need `@iconify-json/noto` and `emojilib`. The first run
 * fails with the install line where a package is missing; this call does not.
 *
 * @example
 *   const { handler } = createDemoBackend({ publicUrl: "http://127.0.0.1:3000/api/image-node" });
 */
export function createDemoBackend(options: DemoBackendOptions = {}): DemoBackend {
  const {
    storage = memoryStorage(),
    publicUrl = "http://127.0.0.1:6006/api/image-node",
    allowedOrigins = LOCAL_ORIGINS,
    signingSecret = randomSecret(),
    timeoutMs,
    delayMs,
    references,
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
    settings: ILLUSTRATOR_SETTINGS,
    references: { max: 1, mimeTypes: ["image/png", "image/jpeg"] },
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
    references,
    waitUntil,
    styles: Object.entries(swatches).map(([id, swatchUrl]) => ({ id, swatchUrl })),
  });
  return { handler, imageModel, promptModel };
}

function randomSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
