import type { Catalog } from "../../contract/index.js";

/** Level of the contract. L0: catalog, JSON generations and images. L1: also stream and prompts. L2: also runs. */
export type ConformanceLevel = "L0" | "L1" | "L2";

/**
 * Requirement of a case: a feature of the catalog ("stream", "prompts", "runs"), a model ("image_model",
 * "prompt_model"), settings of an image model ("settings"), an image
 * model that takes pictures ("references"), uploads ("uploads"), credits ("credits"), who resolves templates by the catalog
 * ("server_templates", "client_templates"), or something that only the caller can supply: a provider under test control ("provider"),
 * credentials of a second workspace ("other_scope") or of one without credits ("no_credits"), or the assurance that requests without credentials must be refused
 * ("authentication").
 */
export type ConformanceNeed =
  | "stream"
  | "prompts"
  | "runs"
  | "image_model"
  | "prompt_model"
  | "settings"
  | "references"
  | "uploads"
  | "credits"
  | "server_templates"
  | "client_templates"
  | "provider"
  | "other_scope"
  | "no_credits"
  | "authentication";

/** Call that reached the provider. */
export interface ProviderCall {
  /** Kind of model that was called. */
  readonly kind: "image" | "prompt";
  /** Model that the call named. */
  readonly model: string;
  /** Exact text of an image call; the whole input of a prompt model, as text. */
  readonly prompt: string;
}

/** Provider that counts its calls, and whose outcome a marker in the prompt chooses, such as `[[moderation]]`. */
export interface ConformanceProvider {
  /** Returns every call so far, oldest first. */
  calls(): Promise<readonly ProviderCall[]>;
}

/** Back end under test. Use one object for all cases of a run: they share billable responses through it. */
export interface ConformanceContext {
  /** Function that sends the requests. */
  fetch: typeof fetch;
  /** Address of the contract's operations, such as "http://127.0.0.1:4400/api/image-node". */
  baseUrl: string;
  /** Headers of every API request; they are never sent to an image's link. */
  headers?: Readonly<Record<string, string>> | undefined;
  /** Headers of another workspace. */
  otherScopeHeaders?: Readonly<Record<string, string>> | undefined;
  /** Headers of a workspace whose credits are exhausted, so that no run of it begins. */
  noCreditsHeaders?: Readonly<Record<string, string>> | undefined;
  /** Provider under test control that the back end uses. */
  provider?: ConformanceProvider | undefined;
  /** Image model to use. @default the catalog's default */
  imageModel?: string | undefined;
  /** Prompt model to use. @default the catalog's default */
  promptModel?: string | undefined;
}

/** Check of one clause of the contract. */
export interface ConformanceCase {
  /** Behaviour of a conforming back end. Unique. */
  readonly name: string;
  /** Clause of the contract that the case checks. */
  readonly clause: string;
  /** Level of the contract that the clause belongs to. */
  readonly level: ConformanceLevel;
  /** Whether a back end, conforming or not, might call a paid model. */
  readonly billable: boolean;
  /** Requirements of the case. */
  readonly needs: readonly ConformanceNeed[];
  /** Milliseconds that the case may take. */
  readonly timeoutMs: number;
  /**
   * Resolves when the back end meets the clause. Rejects with an Error that names the expectation, the response and the
   * clause, or with `NotApplicable` when the back end does not offer what the clause is about.
   */
  run(context: ConformanceContext): Promise<void>;
}

/** Options that decide which cases apply. */
export interface ConformanceOptions {
  /** Catalog of the back end; cases of features and models that it does not offer are left out. By default every feature is assumed. */
  catalog?: Catalog | undefined;
  /** Highest level of the cases. @default "L2" */
  level?: ConformanceLevel | undefined;
  /** Whether billable cases are included. @default true */
  allowSpend?: boolean | undefined;
  /** Whether the context has a provider under test control. @default false */
  provider?: boolean | undefined;
  /** Whether the context has headers of a second workspace. @default false */
  otherScope?: boolean | undefined;
  /** Whether the context has headers of a workspace without credits. @default false */
  noCredits?: boolean | undefined;
  /** Whether requests without credentials must be refused. @default false */
  authentication?: boolean | undefined;
}

/** Error of a case whose clause is about something that the back end does not offer; neither a pass nor a failure. */
export class NotApplicable extends Error {
  /** Always "NotApplicable". */
  override readonly name = "NotApplicable";
}
