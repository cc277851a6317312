import type { Catalog } from "../../contract/index.js";

/** L0: catalog, JSON generations and pictures. L1: also stream and prompts. L2: also runs. */
export type ConformanceLevel = "L0" | "L1" | "L2";

/**
 * What a case can't do without: a feature of the catalog ("stream", "prompts", "runs"), a model ("image_model",
 * "prompt_model"), or something that only the caller can give: a provider under control ("provider"), credentials of
 * a second workspace ("other_scope"), the word that requests without credentials must be refused ("authentication").
 */
export type ConformanceNeed =
  | "stream"
  | "prompts"
  | "runs"
  | "image_model"
  | "prompt_model"
  | "provider"
  | "other_scope"
  | "authentication";

/** One call that reached the provider. */
export interface ProviderCall {
  /** What the call asked for. */
  readonly kind: "image" | "prompt";
  /** The model that it named. */
  readonly model: string;
  /** The exact text of an image call; everything that a prompt model was told, as text. */
  readonly prompt: string;
}

/** A provider whose outcome is chosen by a marker such as `[[moderation]]` in the prompt, and that counts its calls. */
export interface ConformanceProvider {
  /** Every call so far, oldest first. */
  calls(): Promise<readonly ProviderCall[]>;
}

/** What a case talks to. Use one object for a whole run: answers that cost money are shared through it. */
export interface ConformanceContext {
  /** How the back end is reached. */
  fetch: typeof fetch;
  /** Where the contract's operations are, such as "http://127.0.0.1:4400/api/image-node". */
  baseUrl: string;
  /** Sent with every API request, never to a picture's link. */
  headers?: Readonly<Record<string, string>> | undefined;
  /** The headers of another workspace. */
  otherScopeHeaders?: Readonly<Record<string, string>> | undefined;
  /** A provider that answers as told, which the back end uses. */
  provider?: ConformanceProvider | undefined;
  /** The image model to use. @default the catalog's default */
  imageModel?: string | undefined;
  /** The prompt model to use. @default the catalog's default */
  promptModel?: string | undefined;
}

/** One clause of the contract as a check. */
export interface ConformanceCase {
  /** What a conforming back end does. Unique. */
  readonly name: string;
  /** The clause of the contract that it proves. */
  readonly clause: string;
  /** The level of the contract that it belongs to. */
  readonly level: ConformanceLevel;
  /** Whether a back end, conforming or not, might make a picture or call a paid model. */
  readonly billable: boolean;
  /** What must be there for it to run. */
  readonly needs: readonly ConformanceNeed[];
  /** How long it may take, in milliseconds. */
  readonly timeoutMs: number;
  /**
   * Resolves when the clause holds. Throws an Error that says what was expected, what came and which clause; throws a
   * `NotApplicable` when the back end turned out not to offer what the clause speaks of.
   */
  run(context: ConformanceContext): Promise<void>;
}

/** Which cases apply. */
export interface ConformanceOptions {
  /** The back end's catalog; its features and models decide. @default every feature is assumed */
  catalog?: Catalog | undefined;
  /** The highest level. @default "L2" */
  level?: ConformanceLevel | undefined;
  /** Whether cases that might make a picture are included. @default true */
  allowSpend?: boolean | undefined;
  /** Whether a provider is under control. @default false */
  provider?: boolean | undefined;
  /** Whether credentials of a second workspace are given. @default false */
  otherScope?: boolean | undefined;
  /** Whether requests without credentials must be refused. @default false */
  authentication?: boolean | undefined;
}

/** Says that a back end does not offer what a clause speaks of; neither a pass nor a failure. */
export class NotApplicable extends Error {
  /** Tells it from other errors. */
  override readonly name = "NotApplicable";
}
