import type { AspectRatio, Price } from "../../contract/index.js";

/** What a `{ generate }` model is asked for. */
export interface GenerateImageRequest {
  /** The exact text to draw: the prompt followed by the words of the style. */
  readonly prompt: string;
  /** The prompt without the words of the style. */
  readonly content: string;
  /** The shape that the configuration asks for. */
  readonly aspectRatio: AspectRatio;
  /** Pixels. Another size is accepted; one of another shape is centre-cropped. */
  readonly width: number;
  /** Pixels. */
  readonly height: number;
  /** Id of the style, such as "watercolor" or a brand style. */
  readonly style: string;
  /** Aborts at the deadline or on cancel. The deadline holds even when a model ignores it. */
  readonly signal: AbortSignal;
  /** Shows an unfinished picture (encoded bytes) to whoever watches. Set by the handler; may be left out. */
  readonly onPartialImage?: ((bytes: Uint8Array) => void) | undefined;
}

/**
 * An image model without an SDK. `generate` resolves with the encoded picture (PNG, JPEG, WebP or GIF). It may throw an
 * `ImageNodeError` to name the outcome (`kind`, `charged`, `retryAfterMs`); its message stays on the server.
 */
export interface CustomImageModel {
  /** Makes one picture and gives its bytes, encoded as PNG, JPEG, WebP or GIF. */
  generate(request: GenerateImageRequest): Promise<Uint8Array>;
}

/** What a `{ write }` model is asked for. */
export interface WritePromptRequest {
  /** The mode that asks. */
  readonly mode: "prompt_ai" | "auto";
  /** The instructions with values filled in; empty in "auto". */
  readonly instructions: string;
  /** The outputs of the nodes before this one, at most some 24,000 characters: data, never instructions. */
  readonly variables: unknown;
  /** The shape that the picture will have. */
  readonly aspectRatio: AspectRatio;
  /** Id of the style. */
  readonly style: string;
  /** Ends the call, when the caller cancels or the time is over. */
  readonly signal: AbortSignal;
}

/** A prompt model without an SDK. `write` resolves with the prompt for the image model. */
export interface CustomPromptModel {
  /** Writes a prompt and gives its text. */
  write(request: WritePromptRequest): Promise<string>;
}

/** A model of the AI SDK (`ai` 6 or 7), or the id of one for its default provider. */
export type SdkModel =
  | string
  | {
      readonly provider: string;
      readonly modelId: string;
      doGenerate(options: never): PromiseLike<unknown>;
    };

/**
 * What a model takes and delivers for each aspect ratio: a `size` or an `aspectRatio` to ask for, and the pixels that a
 * centre crop leaves where the model has no such shape.
 */
export type Geometry = Record<AspectRatio, RatioGeometry>;

/** One aspect ratio of a {@link Geometry}. */
export type RatioGeometry = (
  | { size: `${number}x${number}` }
  | {
      aspectRatio: `${number}:${number}`;
      /** What the model delivers for it, for the catalog. The picture is measured all the same. @default unknown */
      pixels?: { width: number; height: number } | undefined;
    }
) & {
  crop?: { width: number; height: number } | undefined;
};

interface ModelEntry {
  /** The name that people read. @default the id */
  label?: string | undefined;
  /** Who runs the model; ends the picture's file name. @default taken from the model, else from the id */
  provider?: string | undefined;
  /** "demo" marks a model that is no AI. @default "ai" */
  kind?: "ai" | "demo" | undefined;
  /** What one call costs; shown by the form and written into `usage`. */
  price?: Price | undefined;
  /** Still runs, with a warning, and is no longer offered for new configurations. */
  deprecated?: boolean | undefined;
}

/** One image model of a workspace. */
export interface ImageModelEntry extends ModelEntry {
  /** A model of the AI SDK, or anything with `generate`. */
  model: CustomImageModel | SdkModel;
  /** Ratios left out are not supported. @default by the model's family; 1024×1024, 1536×864, 864×1536 for `{ generate }` */
  geometry?: Partial<Geometry> | undefined;
  /** Unicode code points of the sent text. @default 4000 */
  maxPromptLength?: number | undefined;
  /**
   * Vouches for a model of the AI SDK 6: its provider answers without URLs, or a guarded `fetch` follows them.
   * @default found out by the provider's name and its `fetch`
   */
  imageUrls?: "none" | "guarded" | undefined;
  /** Whether a `{ generate }` model shows unfinished pictures. @default false */
  partialImages?: boolean | undefined;
}

/** One prompt model of a workspace, used in the modes "prompt_ai" and "auto". */
export interface PromptModelEntry extends ModelEntry {
  /** A model of the AI SDK, or anything with `write`. */
  model: CustomPromptModel | SdkModel;
}

/** Models by id. */
export type Models<Entry> = Readonly<Record<string, Entry>>;
/** Models by id, for everyone or by scope. */
export type ModelsOrByScope<Entry> =
  Models<Entry> | ((scope: string) => Models<Entry> | Promise<Models<Entry>>);

export function isCustomImageModel(model: ImageModelEntry["model"]): model is CustomImageModel {
  return typeof model === "object" && "generate" in model && typeof model.generate === "function";
}

export function isCustomPromptModel(model: PromptModelEntry["model"]): model is CustomPromptModel {
  return typeof model === "object" && "write" in model && typeof model.write === "function";
}
