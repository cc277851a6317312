import type {
  CatalogStyle,
  ErrorKind,
  GenerationContext,
  RunStage,
  RunStatus,
  Timings,
  Usage,
} from "../contract/index.js";
import type { Diagnostic, ResolveOptions } from "../template/index.js";
import type { GenerationDispatch } from "./runs/GenerationDispatch.js";
import type { AttachmentStorage } from "./storage/AttachmentStorage.js";
import type { ReferenceOptions } from "./ReferenceOptions.js";
import type { ImageModelEntry, ModelsOrByScope, PromptModelEntry } from "./models/ModelEntry.js";
import type { RunStore } from "./runs/RunStore.js";
import type { SpendingOptions } from "./spending/SpendingOptions.js";
import type { TelemetryOptions } from "./telemetry/TelemetryOptions.js";

/** Caller of a request. The scope (a workspace) owns keys, runs and images. */
export interface Principal {
  /** Id of the workspace that images, runs and keys belong to. */
  readonly scope: string;
  /** Id of the person or service within it, for limits and logs. */
  readonly subject: string;
}

/** Permission that a request needs. */
export type Action = "catalog" | "prompts" | "generate" | "read" | "cancel" | "refresh_url" | "upload";

/** Request passed to `authorize`. */
export interface AuthorizeRequest {
  /** Headers of the request. */
  readonly headers: Headers;
  /** Address of the request. */
  readonly url: URL;
  /** Permission that the request needs. */
  readonly action: Action;
  /** Id of the generation or attachment, where the address names one. */
  readonly id?: string | undefined;
}

/** Bounds on time, size and number. Times in milliseconds. */
export interface HandlerLimits {
  /** Time for the prompt and the image stage together; 60 seconds by default. @default 60000 */
  timeoutMs?: number | undefined;
  /** Time that a run waits for its model before that; 30 seconds by default. @default 30000 */
  maxQueueMs?: number | undefined;
  /** Largest body of a request, in bytes; 512 KiB by default. @default 524288 */
  maxBodyBytes?: number | undefined;
  /** Life of a link, in seconds; one week by default. @default 604800 */
  urlTtlSeconds?: number | undefined;
  /** Most generations at once per image model in this process; unbounded by default. */
  maxConcurrent?: number | undefined;
  /** Time after the deadline in which a late image is still stored; two minutes by default. @default 120000 */
  lateMs?: number | undefined;
  /** Most pixels of an image as received; 32 Mi by default. @default 33554432 */
  maxPixels?: number | undefined;
  /** Most bytes of an image as received; 32 MiB by default. @default 33554432 */
  maxImageBytes?: number | undefined;
  /** Most event streams at once of one run in this process; 8 by default. Further readers get JSON. @default 8 */
  maxStreamsPerRun?: number | undefined;
  /** Most event streams at once of one scope in this process; 64 by default. Further readers get JSON. @default 64 */
  maxStreamsPerScope?: number | undefined;
}

/** Options passed to {@link ToPng}. */
export interface ToPngOptions {
  /** Size of the centre crop, never larger than the source. */
  readonly crop?: { readonly width: number; readonly height: number } | undefined;
  /** Most pixels to decode; a larger image is refused. */
  readonly maxPixels: number;
}

/** Decodes an encoded image and encodes it as PNG. Throws when it cannot be decoded. */
export type ToPng = (bytes: Uint8Array, options: ToPngOptions) => Promise<Uint8Array>;

/** Result of `resolveTemplate`. Only diagnostics of severity "error" refuse the request. */
export interface TemplateResolution {
  /** Text with the values filled in. */
  readonly text: string;
  /** Findings about the template; an error refuses the request before anything is spent. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Error below a failure, as a log may hold it. */
export interface ErrorCause {
  /** Name of its class, where it is one by its form; else "Error". */
  readonly name: string;
  /** Message, secrets removed. Of a model's error a fixed text, unless `dangerouslyReportModelMessages` is set. */
  readonly message: string;
  /** HTTP status of the model's provider. */
  readonly status?: number | undefined;
  /** Code of the model's provider, or of the network. */
  readonly code?: string | undefined;
  /** Id that the provider gave the request. */
  readonly providerRequestId?: string | undefined;
}

/** Failure as told to `hooks.onError`. Free of prompts, images and secrets. */
export interface ErrorReport {
  /** Id of the request, which the caller is told too. */
  readonly requestId: string;
  /** Kind of the failure, a key of `ERROR_KINDS`. */
  readonly kind: ErrorKind;
  /** Id of the workspace, once it is known. */
  readonly scope?: string | undefined;
  /** Id of the run, where there is one. */
  readonly id?: string | undefined;
  /** Stage that failed. */
  readonly stage?: string | undefined;
  /** Error below. Of a model's error only its class, status, code and request id. */
  readonly cause?: ErrorCause | undefined;
}

/** Generation that ended, as told to `hooks.onGeneration`. */
export interface GenerationReport {
  /** Id of the run. */
  readonly id: string;
  /** Id of the workspace. */
  readonly scope: string;
  /** Final state of the run. */
  readonly status: RunStatus;
  /** Kind of the failure, a key of `ERROR_KINDS`. */
  readonly kind?: ErrorKind | undefined;
  /** Stage in which the run ended. */
  readonly stage: RunStage | null;
  /** Id of the image model. */
  readonly imageModel: string;
  /** Id of the prompt model; null where none was called. */
  readonly promptModel: string | null;
  /** Whether an image was charged; null where nobody can tell. */
  readonly charged: boolean | null;
  /** Usage of the run, by line. */
  readonly usage: Usage;
  /** Milliseconds spent in each stage. */
  readonly timings: Timings;
}

/** Style of the catalog, and the words that it adds to the prompt. */
export interface StyleOption extends CatalogStyle {
  /** Words that follow the prompt; label and description by default. */
  words?: string | undefined;
}

/** Options of `createImageNodeHandler`. */
export interface ImageNodeHandlerOptions {
  /**
   * Image models by id, or a function that returns those of a scope. A workspace may have none.
   *
   * @example
   * imageModels: {
   *   "openai/gpt-image-1": { label: "GPT Image", model: openai.image("gpt-image-1") },
   *   "house/painter": { model: { generate: async ({ prompt, signal }) => draw(prompt, signal) } },
   * }
   */
  imageModels: ModelsOrByScope<ImageModelEntry>;
  /** Prompt models, in the same form. Without any, the catalog offers the mode "manual" only. */
  promptModels?: ModelsOrByScope<PromptModelEntry> | undefined;
  /** Ids of the models for configurations that name none; the first of each kind by default. */
  defaults?: { imageModel?: string | undefined; promptModel?: string | undefined } | undefined;
  /** Storage of the images, such as `fileStorage()` or `s3Storage()`. */
  storage: AttachmentStorage;
  /**
   * Secret that signs links to images, or several by key id for rotation: the first signs, all verify. Each has at least
   * 32 characters.
   */
  signingSecret: string | Readonly<Record<string, string>>;
  /**
   * Names the caller of a request, or refuses it with `null`. A scope is a text that is not empty; any other answer is an
   * error of the host, goes to `hooks.onError` and lets nobody in. Required, unless `dangerouslyAllowAnonymous` is set.
   *
   * @example
   * authorize: async ({ headers, action }) => {
   *   const user = await findUser(headers.get("Cookie"));
   *   if (!user || (action === "generate" && !user.mayGenerate)) return null;
   *   return { scope: user.workspaceId, subject: user.id };
   * }
   */
  authorize?: ((request: AuthorizeRequest) => Principal | null | Promise<Principal | null>) | undefined;
  /** Lets everyone in, and everyone shares one scope. For a demo on one machine. */
  dangerouslyAllowAnonymous?: true | undefined;
  /** Absolute http or https URL under which callers reach the handler; links begin with it. */
  publicUrl: string;
  /** Bounds on time, size and number. */
  limits?: HandlerLimits | undefined;
  /** Run store; `memoryRunStore()` by default, which serves one machine. */
  runs?: RunStore | undefined;
  /** Keeps a serverless runtime alive until the promise has settled, such as `waitUntil` of Vercel or Cloudflare. */
  waitUntil?: ((work: Promise<unknown>) => void) | undefined;
  /**
   * Limits the use of models: called once the caller is known, before the body of the request is read. A result refuses
   * the request as `rate_limited`. A repeat with a key that is taken is not asked for.
   */
  rateLimit?:
    | ((
        request: Principal & { action: Action },
      ) => RateLimited | null | undefined | Promise<RateLimited | null | undefined>)
    | undefined;
  /**
   * Account of what runs may spend and have spent: asked before each run that will spend, and told how it ended. A worker
   * gets the same option as its handler. By default nothing is reserved.
   */
  spending?: SpendingOptions | undefined;
  /** Traces and metrics by OpenTelemetry. A worker gets the same option as its handler. Off by default. */
  telemetry?: TelemetryOptions | undefined;
  /**
   * Side that fills in the variables of prompts, as the catalog tells clients. With "client", where the texts are in a
   * language that only the host reads, each request brings `input.resolved`; one without it is refused as
   * `invalid_template` before anything is spent. @default "server"
   */
  templates?: "server" | "client" | undefined;
  /**
   * Template engine of the host's own, such as the `resolve` of its `TemplateLanguage`; the package's language by default.
   *
   * @example
   * resolveTemplate: language.resolve
   */
  resolveTemplate?:
    | ((
        template: string,
        variables: Readonly<Record<string, unknown>>,
        options: ResolveOptions,
      ) => TemplateResolution | Promise<TemplateResolution>)
    | undefined;
  /**
   * Loads the variables of `context.workflowRunId` where a request sends `variables: null`. It must check that the
   * workflow run belongs to the scope; `null` refuses the request. By default variables come inline only.
   */
  loadVariables?:
    | ((request: {
        scope: string;
        context: GenerationContext;
        /** Slugs that the template names; `null` for all of them. */
        slugs: readonly string[] | null;
      }) => Promise<Record<string, unknown> | null>)
    | undefined;
  /**
   * Takes pictures in: generations with references, and `POST /attachments` for uploads, for models that take some. With
   * `true` by the defaults. Off by default: the catalog then offers nothing, and a reference is refused.
   */
  references?: true | ReferenceOptions | undefined;
  /**
   * Converts a received image to PNG; `sharp` in Node and a canvas in a browser by default. Pass your own where neither
   * runs.
   *
   * @example
   * toPng: async (bytes, { crop, maxPixels }) => encodePng(await decode(bytes, { maxPixels }), crop)
   */
  toPng?: ToPng | undefined;
  /**
   * Hooks for logs and metrics. An error that a hook throws changes nothing. Without `onError`, failures that need a
   * person go to `console.error`.
   */
  hooks?:
    | {
        /** Called for each failure of the back end. */
        onError?: ((report: ErrorReport) => void) | undefined;
        /** Called for each generation that ended. */
        onGeneration?: ((report: GenerationReport) => void) | undefined;
      }
    | undefined;
  /**
   * Tells `hooks.onError` the words of a model's error too, with secrets and literal copies of the prompt removed. They may
   * still hold prompts and values of variables: providers quote them cut, reflowed or encoded. Off by default.
   */
  dangerouslyReportModelMessages?: true | undefined;
  /**
   * Brand styles, and overrides (`swatchUrl`, `words`) of the ten documented ones by id. By default the documented ones
   * alone.
   *
   * @example
   * styles: [
   *   { id: "brand", label: "Brand", description: "Our look", words: "flat shapes, warm colors, thick outlines" },
   *   { id: "watercolor", swatchUrl: "https://example.com/watercolor.png" },
   * ]
   */
  styles?: readonly StyleOption[] | undefined;
  /**
   * Origins that a browser may call from, besides that of `publicUrl`; `:*` leaves the port open
   * (`http://localhost:*`), and `LOCAL_ORIGINS` lists those of this machine. With a list, even an empty one, the handler
   * answers CORS. By default there is no list.
   */
  allowedOrigins?: readonly string[] | undefined;
  /**
   * Hands a claimed run to another process, which executes it with `createGenerationRunner`; this process then only
   * watches the run store that both share. A rejection ends the run as `overloaded`. By default the run stays in this
   * process.
   */
  dispatch?: GenerationDispatch | undefined;
}

/** Refusal of `rateLimit`. */
export interface RateLimited {
  /** Milliseconds to wait before asking again; 5 seconds by default. @default 5000 */
  retryAfterMs?: number | undefined;
}
