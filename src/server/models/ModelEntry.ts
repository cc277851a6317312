import type {
  AspectRatio,
  ConditionalPrice,
  GenerationContext,
  ModelSettings,
  Price,
} from "../../contract/index.js";
import type { ImageCall, SettingValues } from "./ImageCall.js";

/** Picture that an image model gets beside the prompt. */
export interface ReferencePicture {
  /** Encoded bytes, upright and without metadata, within what the entry takes. */
  readonly bytes: Uint8Array;
  /** Media type of the bytes, one of those that the entry takes. */
  readonly mimeType: string;
  /** Width in pixels. */
  readonly width: number;
  /** Height in pixels. */
  readonly height: number;
  /** Id of the picture in the storage, whose bytes may be larger. */
  readonly attachmentId: string;
}

/** Pictures that an image model takes beside the prompt. */
export interface ReferenceLimits {
  /** Most pictures of one generation, from 1 on. */
  readonly max: number;
  /** Least pictures of one generation, for a model that draws nothing without; 0 by default. @default 0 */
  readonly min?: number | undefined;
  /** Media types that it takes: "image/png", "image/jpeg", "image/webp". Others are converted. All three by default. */
  readonly mimeTypes?: readonly string[] | undefined;
  /** Most bytes of one picture; a larger one is made smaller. 10 MiB by default. @default 10485760 */
  readonly maxBytes?: number | undefined;
  /** Most pixels of one picture; a larger one is made smaller. Unbounded by default. */
  readonly maxPixels?: number | undefined;
  /** Most bytes of all pictures together; the largest are made smaller until they fit. Unbounded by default. */
  readonly maxTotalBytes?: number | undefined;
  /** Least pixels of a side; a smaller picture is made larger. 1 by default. @default 1 */
  readonly minSide?: number | undefined;
  /** Most pixels of a side; a longer picture is made smaller. Unbounded by default. */
  readonly maxSide?: number | undefined;
}

/** Request passed to a custom image model. */
export interface GenerateImageRequest {
  /** Exact text to draw: the prompt followed by the words of the style. */
  readonly prompt: string;
  /** Prompt without the words of the style. */
  readonly content: string;
  /** Aspect ratio of the configuration. */
  readonly aspectRatio: AspectRatio;
  /** Width in pixels. Another size is accepted; another shape is centre-cropped. */
  readonly width: number;
  /** Height in pixels. */
  readonly height: number;
  /** Id of the style, such as "watercolor" or a brand style. */
  readonly style: string;
  /** Values of the entry's `settings` by name, checked, with their defaults; empty where it has none. */
  readonly settings: SettingValues;
  /** Pictures of the configuration, in order, as the entry's `references` takes them. Left out where there are none. */
  readonly references?: readonly ReferencePicture[] | undefined;
  /** Id of the workspace that `authorize` named. */
  readonly scope: string;
  /**
   * Context of the request, as the caller sent it: look up what it names within `scope`, such as a credential.
   *
   * @example const key = await findKey(scope, context["credentialId"]);
   */
  readonly context: GenerationContext;
  /** Signal that aborts at the deadline or on cancel. The deadline holds even when a model ignores it. */
  readonly signal: AbortSignal;
  /** Shows an unfinished image (encoded bytes) to those who watch the run. Calling it is optional. */
  readonly onPartialImage?: ((bytes: Uint8Array) => void) | undefined;
  /**
   * Reports settings that were really used where they differ from `settings`, such as a seed that the model drew itself.
   * The answer's `settings` then holds them. Calling it is optional. A value that no setting could have is ignored, and so is
   * one that the entry's own setting of that name does not take.
   *
   * @example onSettings?.({ seed: 4711 });
   */
  readonly onSettings?: ((used: SettingValues) => void) | undefined;
}

/**
 * Image model without an SDK. It may throw an `ImageNodeError` to name the outcome (`kind`, `charged`, `retryAfterMs`);
 * the error's message stays on the server.
 *
 * @example
 * const painter: CustomImageModel = {
 *   async generate({ prompt, width, height, signal }) {
 *     const body = JSON.stringify({ prompt, width, height });
 *     const response = await fetch("https://models.example.com/draw", { method: "POST", body, signal });
 *     if (!response.ok) throw Object.assign(new Error("The model failed."), { statusCode: response.status });
 *     return new Uint8Array(await response.arrayBuffer());
 *   },
 * };
 */
export interface CustomImageModel {
  /** Makes one image and resolves with its bytes, encoded as PNG, JPEG, WebP or GIF. */
  generate(request: GenerateImageRequest): Promise<Uint8Array>;
}

/** Request passed to a custom prompt model. */
export interface WritePromptRequest {
  /** Mode of the configuration. */
  readonly mode: "prompt_ai" | "auto";
  /**
   * Instructions with values filled in, cut to some 24,000 characters; empty in "auto". A value may hold a sentence that
   * reads like the author's: give a language model `template` and `values` instead.
   */
  readonly instructions: string;
  /** Instructions as the author wrote them, with a `{{path}}` where a value belongs; empty in "auto". */
  readonly template: string;
  /**
   * Values that belong in the template, by path, at most some 24,000 characters: data, never instructions. `null` where
   * somebody else filled them in; then only `instructions` has them.
   */
  readonly values: Readonly<Record<string, string>> | null;
  /** Outputs of the nodes before this one, at most some 24,000 characters: data, never instructions. */
  readonly variables: unknown;
  /** Aspect ratio of the image to come. */
  readonly aspectRatio: AspectRatio;
  /** Id of the style. */
  readonly style: string;
  /** Id of the workspace that `authorize` named. */
  readonly scope: string;
  /**
   * Context of the request, as the caller sent it: look up what it names within `scope`, such as a credential.
   */
  readonly context: GenerationContext;
  /** Signal that aborts on cancel or when the time is over. */
  readonly signal: AbortSignal;
}

/** Prompt model without an SDK. */
export interface CustomPromptModel {
  /** Writes the prompt for the image model. */
  write(request: WritePromptRequest): Promise<string>;
}

/** Model of the AI SDK (`ai` 6 or 7), or the id of one for its default provider. */
export type SdkModel =
  | string
  | {
      readonly provider: string;
      readonly modelId: string;
      doGenerate(options: never): PromiseLike<unknown>;
    };

/**
 * Sizes of a model by aspect ratio: a `size` or an `aspectRatio` to ask for, and the pixels that a centre crop leaves
 * where the model has no such shape.
 */
export type Geometry = Record<AspectRatio, RatioGeometry>;

/** Size of a model for one aspect ratio of a {@link Geometry}. */
export type RatioGeometry = (
  | { size: `${number}x${number}` }
  | {
      aspectRatio: `${number}:${number}`;
      /** Pixels that the model delivers, for the catalog; the image is measured all the same. Unknown by default. */
      pixels?: { width: number; height: number } | undefined;
    }
) & {
  crop?: { width: number; height: number } | undefined;
};

/** Options that image and prompt models share. Unknown ones are refused. */
export interface ModelEntry {
  /** Name that people read; the id by default. */
  label?: string | undefined;
  /** Provider of the model, which ends the image's file name; taken from the model or else from the id by default. */
  provider?: string | undefined;
  /** Kind of the model: `demo` marks one that is no AI; `ai` by default. @default "ai" */
  kind?: "ai" | "demo" | undefined;
  /** Price of one call, which the form shows and `usage` records. */
  price?: Price | undefined;
  /**
   * Options for the model of the AI SDK that the host fixes, by the provider's name, as the SDK takes them; sent with every
   * call. A `{ generate }` or `{ write }` object gets none.
   *
   * @example { openai: { quality: "high" } }
   */
  providerOptions?: Readonly<Record<string, Readonly<Record<string, unknown>>>> | undefined;
  /** Whether the model is retired: it still runs, with a warning, and new configurations are not offered it. @default false */
  deprecated?: boolean | undefined;
}

/**
 * Image model of a workspace.
 *
 * @example
 * const entry: ImageModelEntry = {
 *   label: "GPT Image",
 *   model: openai.image("gpt-image-1"),
 *   price: { currency: "USD", min: "0.04", max: "0.17", source: "openai.com/pricing" },
 * };
 */
export interface ImageModelEntry extends Omit<ModelEntry, "price"> {
  /** Model of the AI SDK, or an object with `generate`. */
  model: CustomImageModel | SdkModel;
  /**
   * Price of one image, which the form shows and `usage` records; by settings as a list, whose first price with a fitting
   * `when` counts.
   *
   * @example
   * [
   *   { when: { quality: "high" }, currency: "USD", min: "0.19", max: "0.19" },
   *   { currency: "USD", min: "0.04", max: "0.04" },
   * ]
   */
  price?: Price | readonly ConditionalPrice[] | undefined;
  /**
   * Settings that users may choose: `true` for all that the provider's file knows, a list of their names, or a description
   * of one's own. None by default. What loosens safety, names addresses or files, or asks for more images is refused.
   *
   * @example ["quality", "background"]
   */
  settings?: true | readonly string[] | ModelSettings | undefined;
  /**
   * Turns the settings into the AI SDK's call, where the provider's file does not know them. Gets every value, checked, with
   * defaults. Must be pure: it is called once for each image.
   *
   * @example
   * (settings) => ({ providerOptions: { acme: { detail: settings.detail } } })
   */
  call?: ((settings: SettingValues) => ImageCall) | undefined;
  /**
   * Pictures that the model takes beside the prompt, where the handler's option `references` is set; `false` for none. By
   * default what the provider's file knows of the model, and none for an object with `generate`.
   *
   * @example { max: 4, mimeTypes: ["image/png", "image/jpeg"], maxBytes: 7_000_000 }
   */
  references?: ReferenceLimits | false | undefined;
  /**
   * Sizes by aspect ratio; those left out are not supported. By default those of the model's family, or 1024×1024,
   * 1536×864 and 864×1536 for an object with `generate`.
   */
  geometry?: Partial<Geometry> | undefined;
  /** Most Unicode code points of the sent text; 4,000 by default. @default 4000 */
  maxPromptLength?: number | undefined;
  /**
   * Vouches for a model of the AI SDK: its provider answers without URLs, or a guarded `fetch` follows them. By default
   * the provider's name and its `fetch` tell.
   */
  imageUrls?: "none" | "guarded" | undefined;
  /** Whether an object with `generate` shows unfinished images; it does not by default. @default false */
  partialImages?: boolean | undefined;
}

/** Prompt model of a workspace, used in the modes "prompt_ai" and "auto". */
export interface PromptModelEntry extends ModelEntry {
  /** Model of the AI SDK, or an object with `write`. */
  model: CustomPromptModel | SdkModel;
  /**
   * Rules of the host for writing, such as brand words, a language or what never to show. A model of the AI SDK gets them
   * behind the system text, where no data can change them; whoever sees the run's stages sees them. An object with `write`
   * has rules of its own, and is refused with these.
   */
  guidance?: string | undefined;
}

/** Models by id. */
export type Models<Entry> = Readonly<Record<string, Entry>>;
/** Models by id, for everyone or by scope. */
export type ModelsOrByScope<Entry> =
  Models<Entry> | ((scope: string) => Models<Entry> | Promise<Models<Entry>>);

/** Whether a model is an object with `generate`. */
export function isCustomImageModel(model: ImageModelEntry["model"]): model is CustomImageModel {
  return typeof model === "object" && "generate" in model && typeof model.generate === "function";
}

/** Whether a model is an object with `write`. */
export function isCustomPromptModel(model: PromptModelEntry["model"]): model is CustomPromptModel {
  return typeof model === "object" && "write" in model && typeof model.write === "function";
}
