import type {
  CatalogStyle,
  ErrorKind,
  GenerationContext,
  RunStage,
  RunStatus,
  Timings,
  Usage,
} from "../contract/index.js";
import type { Diagnostic } from "../template/index.js";
import type { AttachmentStorage } from "./storage/AttachmentStorage.js";
import type { ImageModelEntry, ModelsOrByScope, PromptModelEntry } from "./models/ModelEntry.js";
import type { RunStore } from "./runs/RunStore.js";

/** Who asks. The scope (a workspace) owns keys, runs and pictures. */
export interface Principal {
  /** The workspace: what its pictures, runs and keys belong to. */
  readonly scope: string;
  /** Who acts within it, for limits and logs. */
  readonly subject: string;
}

/** What a caller wants to do. */
export type Action = "catalog" | "prompts" | "generate" | "read" | "cancel" | "refresh_url";

/** What `authorize` is told. `id` is the generation's or attachment's. */
export interface AuthorizeRequest {
  /** The request's headers. */
  readonly headers: Headers;
  /** The request's address. */
  readonly url: URL;
  /** What is asked for. */
  readonly action: Action;
  /** The run or picture that it is asked of. */
  readonly id?: string | undefined;
}

/** Bounds. Times in milliseconds. */
export interface HandlerLimits {
  /** Prompt and image stage together. @default 60000 */
  timeoutMs?: number | undefined;
  /** Waiting for a free place before that. @default 30000 */
  maxQueueMs?: number | undefined;
  /** @default 524288 */
  maxBodyBytes?: number | undefined;
  /** Life of a link. @default 604800 (one week) */
  urlTtlSeconds?: number | undefined;
  /** Generations at once per image model. @default no bound */
  maxConcurrent?: number | undefined;
  /** How long after the deadline bytes are still kept. @default 120000 */
  lateMs?: number | undefined;
  /** Pixels of a picture as received. @default 33554432 */
  maxPixels?: number | undefined;
  /** Bytes of a picture as received. @default 33554432 */
  maxImageBytes?: number | undefined;
}

/** How a received picture becomes a PNG. */
export interface ToPngOptions {
  /** Centre crop to these pixels; never larger than the source. */
  readonly crop?: { readonly width: number; readonly height: number } | undefined;
  /** Refuse to decode more pixels than these. */
  readonly maxPixels: number;
}

/** Decodes encoded bytes and encodes them anew as PNG. Throws when they cannot be decoded. */
export type ToPng = (bytes: Uint8Array, options: ToPngOptions) => Promise<Uint8Array>;

/** What a template engine answers: the text, or why there is none. Only diagnostics of severity "error" createProblem it. */
export interface TemplateResolution {
  /** The text that is sent. */
  readonly text: string;
  /** What is wrong with the template; an error ends the run before anything is spent. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What a host's log is told of a failure. Free of prompts, pictures and secrets. */
export interface ErrorReport {
  /** The request's id, as the caller was told. */
  readonly requestId: string;
  /** What went wrong, a key of `ERROR_KINDS`. */
  readonly kind: ErrorKind;
  /** The workspace, once it is known. */
  readonly scope?: string | undefined;
  /** The run, where there is one. */
  readonly id?: string | undefined;
  /** The stage in which it went wrong. */
  readonly stage?: string | undefined;
  /** Name and message of what was thrown, secrets removed. */
  readonly cause?: { readonly name: string; readonly message: string } | undefined;
}

/** What a host's log is told of a generation that ended. */
export interface GenerationReport {
  /** The run's id. */
  readonly id: string;
  /** The workspace it belongs to. */
  readonly scope: string;
  /** How it ended. */
  readonly status: RunStatus;
  /** Why it failed, a key of `ERROR_KINDS`. */
  readonly kind?: ErrorKind | undefined;
  /** The stage in which it ended. */
  readonly stage: RunStage | null;
  /** The image model's id. */
  readonly imageModel: string;
  /** The prompt model's id, or null where none was asked. */
  readonly promptModel: string | null;
  /** Whether it costs something; null where nobody can tell. */
  readonly charged: boolean | null;
  /** What it used. */
  readonly usage: Usage;
  /** How long its stages took, in milliseconds. */
  readonly timings: Timings;
}

/** A style of the catalog, and the words that it adds to the prompt. */
export interface StyleOption extends CatalogStyle {
  /** @default label and description */
  words?: string | undefined;
}

/** What `createImageNodeHandler` takes. */
export interface ImageNodeHandlerOptions {
  /** By id, or a function of the scope. None is a real state of a workspace. */
  imageModels: ModelsOrByScope<ImageModelEntry>;
  /** Without any, only the mode "manual" is offered. */
  promptModels?: ModelsOrByScope<PromptModelEntry> | undefined;
  /** Ids for configurations that name no model. @default the first of each */
  defaults?: { imageModel?: string | undefined; promptModel?: string | undefined } | undefined;
  /** Where pictures are kept. */
  storage: AttachmentStorage;
  /** One secret, or several by key id for rotation: the first signs, all verify. */
  signingSecret: string | Readonly<Record<string, string>>;
  /** `null` refuses. Required, unless anonymous use is allowed by name. */
  authorize?: ((request: AuthorizeRequest) => Principal | null | Promise<Principal | null>) | undefined;
  /** Everyone shares one scope. For a demo on one machine. */
  dangerouslyAllowAnonymous?: true | undefined;
  /** The absolute base URL under which callers reach the handler; links begin with it. */
  publicUrl: string;
  /** Bounds on time, size and number. */
  limits?: HandlerLimits | undefined;
  /** @default `memoryRunStore()` */
  runs?: RunStore | undefined;
  /** Keeps a serverless runtime alive until a run has ended. */
  waitUntil?: ((work: Promise<unknown>) => void) | undefined;
  /** Called before a model is used. A result refuses the request as `rate_limited`. */
  rateLimit?:
    | ((
        request: Principal & { action: Action },
      ) => RateLimited | null | undefined | Promise<RateLimited | null | undefined>)
    | undefined;
  /** A template engine of the host's own. @default the package's language */
  resolveTemplate?:
    ((template: string, variables: unknown) => TemplateResolution | Promise<TemplateResolution>) | undefined;
  /** Loads the variables of `context.workflowRunId` when a request sends `null`. It must check that the run belongs to the scope. */
  loadVariables?:
    | ((request: {
        scope: string;
        context: GenerationContext;
        /** The slugs that the template names; `null` for all of them. */
        slugs: readonly string[] | null;
      }) => Promise<Record<string, unknown> | null>)
    | undefined;
  /** @default `sharp` in Node, a canvas in a browser */
  toPng?: ToPng | undefined;
  /** Told of what happens, for logs and metrics. What a hook throws is swallowed. */
  hooks?:
    | {
        onError?: ((report: ErrorReport) => void) | undefined;
        onGeneration?: ((report: GenerationReport) => void) | undefined;
      }
    | undefined;
  /** Brand styles, and overrides (`swatchUrl`, words) of the ten documented ones by id. */
  styles?: readonly StyleOption[] | undefined;
  /**
   * Origins besides `publicUrl`'s that a browser may call from; `:*` leaves the port open (`http://localhost:*`). With a
   * list, even an empty one, the handler answers CORS. {@link LOCAL_ORIGINS} are those of this machine. @default none
   */
  allowedOrigins?: readonly string[] | undefined;
  /**
   * Hands a claimed run to another process, which carries it out with `createGenerationRunner`; this one then only
   * watches the run store, which both share. A rejection ends the run as `overloaded`. @default runs it in this process
   */
  dispatch?: ((job: GenerationJob) => Promise<void>) | undefined;
}

/** A claimed run that waits for a process. */
export interface GenerationJob {
  /** The workspace that asks. */
  readonly scope: string;
  /** The generation's id. */
  readonly id: string;
  /** Who runs the image model, as the catalog names it: limits may go by it. */
  readonly provider: string;
}

/** Why and how long to wait. */
export interface RateLimited {
  /** How long to wait before asking again, in milliseconds. */
  retryAfterMs?: number | undefined;
}
