import type { AspectRatio, ErrorKind } from "../../../contract/index.js";
import type { Geometry, RatioGeometry, ReferenceLimits, ReferencePicture } from "../ModelEntry.js";
import type { ProviderOptions } from "./ProviderOption.js";
import type { ProviderAnswer } from "./readAnswer.js";

/** Meaning of a refused request. */
export type Refusal = Extract<
  ErrorKind,
  | "content_blocked"
  | "credits_exhausted"
  | "model_unavailable"
  | "overloaded"
  | "provider_error"
  | "provider_misconfigured"
  | "provider_rejected"
  | "rate_limited"
>;

/** Sizes that a model is asked for. */
export interface ProviderShapes {
  readonly geometry: Partial<Geometry>;
  /** Ratios whose pixels are documented, so that the catalog may name them. */
  readonly known: readonly AspectRatio[];
}

/** Names by which the AI SDK tells a model. */
export interface ModelNames {
  /** Provider as the SDK names it, such as "openai.image". */
  readonly provider: string;
  readonly modelId: string;
  /** Name of the model's class, such as "OpenAICompatibleImageModel"; empty for an id alone. */
  readonly className: string;
}

/** Amount that a provider says it took for an image. */
export interface ReportedAmount {
  /** Decimal number, as text. */
  readonly amount: string;
  /** "tokens", "credits" or a currency such as "USD". */
  readonly unit: string;
}

/** Options of the AI SDK for providers, by their name there. */
export type ProviderSettings = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Part of the AI SDK's call that carries pictures, where its `images` alone does not. */
export interface ReferenceCall {
  readonly providerOptions: ProviderSettings;
  /** Whether the options hold the pictures, so that `images` is left out. */
  readonly replacesImages: boolean;
}

/** Knowledge of one provider: how its image models are asked, and what its answers mean. */
export interface Provider {
  /** Name as people know it, such as "Black Forest Labs". */
  readonly name: string;
  /** Package of the AI SDK, such as "@ai-sdk/fal". */
  readonly packageName: string;
  /** Checks whether a model is one of this provider's. */
  readonly matches: (names: ModelNames) => boolean;
  /** Way in which an image arrives: in the answer, by a link in it that is followed, or as each service behind it likes. */
  readonly delivers: "bytes" | "links" | "either";
  /** Checks whether a model's answer is searched for links, where that differs from what `delivers` says. */
  readonly followsLinks?: (modelId: string) => boolean;
  /** Whether an accepted request is asked for until it ends. */
  readonly polls: boolean;
  /** Finds the sizes to ask a model for. */
  readonly shapes: (modelId: string) => ProviderShapes;
  /** Finds more `providerOptions` for a shape, where the package hands on too little of it. The host's own come first. */
  readonly settings?: (modelId: string, asked: RatioGeometry) => ProviderSettings | undefined;
  /**
   * Lists the settings that a model is known to take, in the order of a form, by the names that models share: "quality",
   * "background", "resolution", "complexity", "seed", "negative_prompt", "steps", "guidance". Nothing that loosens safety,
   * names addresses or files, or asks for more images.
   */
  readonly options?: (modelId: string) => ProviderOptions;
  /**
   * Finds the pictures that a model takes beside the prompt, in the `images` of the AI SDK's call; `undefined` for a model
   * that takes none, or that is not known to.
   */
  readonly references?: (modelId: string) => ReferenceLimits | undefined;
  /** Makes what the call needs beside or instead of its `images`, where the package puts them where a model has no place. */
  readonly referenceCall?: (
    modelId: string,
    pictures: readonly Pick<ReferencePicture, "bytes" | "mimeType">[],
  ) => ReferenceCall | undefined;
  /** Names in `providerOptions` of which the package reads the first that is there; the others are older. */
  readonly optionNames?: readonly string[];
  /** Names a refusal by the provider's own members; `undefined` leaves it to the status. */
  readonly refusal?: (answer: ProviderAnswer) => Refusal | undefined;
  /** Reads whether a refused request was charged all the same; `null` where nobody knows. By default it was not. */
  readonly charged?: (answer: ProviderAnswer) => boolean | null;
  /** Messages of the package's own errors that have no name of their own and come before anything was sent. */
  readonly unsent?: RegExp;
  /** Reads how long to wait where the provider says it in a place of its own, in milliseconds. */
  readonly waitMs?: (answer: ProviderAnswer) => number | undefined;
  /**
   * Checks whether an accepted answer says that the image was blocked: the body of an answer or a poll, the data of a
   * failed run, the metadata of an answer without an image, the headers beside an image.
   */
  readonly isBlocked?: (value: unknown) => boolean;
  /** Reads what the provider says it took, from the metadata of its answer. */
  readonly reported?: (metadata: unknown) => ReportedAmount | undefined;
}
