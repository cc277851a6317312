import type { AspectRatio, ErrorKind, SettingValue } from "image-generation-node/contract";
import type { ImageModelEntry } from "image-generation-node/server";
import type { SdkModel } from "../../../src/server/models/ModelEntry.js";
import type { Provider } from "../../../src/server/models/providers/Provider.js";

/** The key that every real package is made with: it must appear in no answer and no log. */
export const API_KEY = "sk-key-of-the-host-1234567890";
/** Words that a fake provider puts into what it says: they must appear in no answer and no log. */
export const PROVIDER_WORDS = "words-of-the-provider";
/** What is drawn in every case. Fakes may echo it. */
export const PROMPT = "a poster about safety at work";

/** Step of a provider's work. A refused submit costs nothing; after an accepted one, nobody knows. */
export type Step = "submit" | "poll" | "download";

/** Request as the fake provider received it. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly search: string;
  readonly headers: Headers;
  /** Parsed JSON where the body is JSON, else its text. */
  readonly body: unknown;
  /** The body as it came. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Picture in a request. */
export interface SeenPicture {
  /** Media type that the request tells; `null` where its format tells none. */
  readonly mimeType: string | null;
  readonly bytes: Uint8Array;
}

/** Pictures that a provider's models take. */
export interface ReferenceCases {
  /** Most pictures by model. A model of the case that is left out takes none. */
  readonly models: Readonly<Record<string, number>>;
  /** Those of the models that draw nothing without a picture. */
  readonly needed?: readonly string[] | undefined;
  /** Reads the pictures of a submit where the service reads them, in order. */
  readonly read: (request: SeenRequest) => readonly SeenPicture[] | Promise<readonly SeenPicture[]>;
  /** Fact that the table of the docs tells beside the bounds, such as "each is billed". */
  readonly notes?: string | undefined;
}

/** What the fake provider has to answer with. */
export interface FakeImage {
  /** Origin of the fake provider, for the links of its answers. */
  readonly origin: string;
  readonly bytes: Uint8Array;
  readonly mimeType: string;
}

/** One model of a provider, and what it is asked for by shape. */
export interface ModelCase {
  readonly modelId: string;
  /** Part of the submit's body (or of its search) by which the shape is asked for; `null` where the model has none. */
  readonly asked: Readonly<Record<AspectRatio, Readonly<Record<string, unknown>> | null>>;
  /** Pixels that the fake delivers, such as "1344x768". By default the asked shape's. */
  readonly delivers?: Readonly<Partial<Record<AspectRatio, `${number}x${number}`>>> | undefined;
}

/** Settings by name: a value, and the place in the submit's body where it must stand, such as "input.seed". */
export type SettingCases = Readonly<Record<string, readonly [value: SettingValue, path: string]>>;

/** Answer of a provider, and how it must be understood. */
export interface AnswerCase {
  readonly name: string;
  readonly answer: () => Response;
  readonly kind: ErrorKind;
  /** Model that is asked; the first of the case by default. */
  readonly modelId?: string | undefined;
  /** What a refusal cost: nothing by default. */
  readonly charged?: boolean | null | undefined;
  readonly retryAfterMs?: number | undefined;
}

/** One provider: its real package, a fake of its service, and what its answers mean. */
export interface ProviderCase {
  readonly provider: Provider;
  /** Makes the real model of the real package, whose requests go to `origin`. */
  readonly create: (origin: string, modelId: string) => SdkModel;
  /** More of the entry, such as `providerOptions` by which a poll does not wait. */
  readonly entry?: Partial<ImageModelEntry> | undefined;
  /** Options that a host may fix, for the first model, and what the submit then holds. */
  readonly options: {
    readonly given: NonNullable<ImageModelEntry["providerOptions"]>;
    readonly sends: Readonly<Record<string, unknown>>;
  };
  readonly models: readonly ModelCase[];
  /** Settings that users may choose, by model and in the order of a form. A model that is left out has none. */
  readonly settings: Readonly<Record<string, SettingCases>>;
  /** Pictures that users may hand over. A provider that is left out takes none. */
  readonly references?: ReferenceCases | undefined;
  /** Seed of the provider's own that the happy answer tells, for the first model. */
  readonly tellsSeed?: number | undefined;
  readonly stepOf: (request: SeenRequest) => Step;
  /** Answers a step as the service does when all goes well. */
  readonly answer: (step: Step, image: FakeImage, request: SeenRequest) => Response;
  /**
   * Answers to the submit that refuse it, in the provider's own format: moderation in each of its shapes, a wrong key, no
   * credits, a limit with its wait, a bad request that echoes the prompt.
   */
  readonly refusals: readonly AnswerCase[];
  /** Answers after the submit was accepted that end the run otherwise than as `provider_error`, such as moderation. */
  readonly ends?: readonly (AnswerCase & { readonly step: Step })[] | undefined;
  /** Metadata or counts that the happy answer reports, as the usage shows them. */
  readonly reported?: { readonly amount: string; readonly unit: string } | undefined;
  /** Fact that the list of the docs tells beside the shapes, such as "bills some refusals". */
  readonly notes?: string | undefined;
}

/** A JSON answer. */
export function json(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": "application/json", ...headers },
  });
}

/** The bytes of an image as base64. */
export function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64");
}

/** An answer with the image's bytes. */
export function imageBytes({ bytes, mimeType }: FakeImage): Response {
  return new Response(Buffer.from(bytes), { headers: { "Content-Type": mimeType } });
}
