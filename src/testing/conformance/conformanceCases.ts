import { readModelSettings } from "../../contract/index.js";
import { accessCases } from "./cases/accessCases.js";
import { catalogCases } from "./cases/catalogCases.js";
import { creditCases } from "./cases/creditCases.js";
import { generationCases } from "./cases/generationCases.js";
import { keyCases } from "./cases/keyCases.js";
import { imageCases } from "./cases/imageCases.js";
import { promptCases } from "./cases/promptCases.js";
import { providerCases } from "./cases/providerCases.js";
import { routingCases } from "./cases/routingCases.js";
import { referenceCases } from "./cases/referenceCases.js";
import { runCases } from "./cases/runCases.js";
import { settingCases } from "./cases/settingCases.js";
import { streamCases } from "./cases/streamCases.js";
import { templateCases } from "./cases/templateCases.js";
import { uploadCases } from "./cases/uploadCases.js";
import { refusalCases, validationCases } from "./cases/validationCases.js";
import type { ConformanceCase, ConformanceNeed, ConformanceOptions } from "./ConformanceCase.js";

const LEVELS = ["L0", "L1", "L2"] as const;

const ALL: readonly ConformanceCase[] = [
  ...catalogCases,
  ...routingCases,
  ...accessCases,
  ...validationCases,
  ...refusalCases,
  ...templateCases,
  ...promptCases,
  ...generationCases,
  ...settingCases,
  ...uploadCases,
  ...referenceCases,
  ...imageCases,
  ...keyCases,
  ...creditCases,
  ...streamCases,
  ...runCases,
  ...providerCases,
];

/**
 * Returns the conformance cases as data, without a test runner. Each case checks one clause of the contract over HTTP.
 * Without options it returns all cases; with options, those that apply to a back end.
 *
 * @example
 * const context = { fetch, baseUrl: "http://127.0.0.1:4500" };
 * for (const { name, run } of conformanceCases({ level: "L0" })) test(name, () => run(context));
 */
export function conformanceCases(options?: ConformanceOptions): readonly ConformanceCase[] {
  if (!options) return ALL;
  return ALL.filter((candidate) => whyNot(candidate, options) === null);
}

/** Returns the reason why a case does not apply to a back end, in a few words; `null` when it applies. */
export function whyNot(candidate: ConformanceCase, options: ConformanceOptions): string | null {
  const highest = LEVELS.indexOf(options.level ?? "L2");
  if (LEVELS.indexOf(candidate.level) > highest) return `above level ${LEVELS[highest]}`;
  const unmet = candidate.needs.find((need) => !hasNeed(need, options));
  if (unmet) return REASONS[unmet];
  if (candidate.billable && options.allowSpend === false) return "it is billable: it could generate an image";
  return null;
}

const REASONS: Readonly<Record<ConformanceNeed, string>> = {
  stream: "the catalog has no feature stream",
  prompts: "the catalog has no feature prompts",
  runs: "the catalog has no feature runs",
  image_model: "the catalog has no image model",
  prompt_model: "the catalog has no prompt model",
  settings: "no image model of the catalog has settings",
  references: "no image model of the catalog takes references",
  uploads: "the catalog has no feature uploads",
  credits: "the catalog has no credits",
  server_templates: "the catalog says that clients resolve templates",
  client_templates: "the catalog says that the back end resolves templates",
  provider: "no provider under test control is given",
  other_scope: "no credentials of a second workspace are given",
  no_credits: "no credentials of a workspace without credits are given",
  authentication: "requests without credentials are allowed",
};

function hasNeed(need: ConformanceNeed, { catalog, ...options }: ConformanceOptions): boolean {
  switch (need) {
    case "stream":
    case "prompts":
    case "runs":
      return catalog?.features[need] ?? true;
    case "image_model":
      return !catalog || catalog.imageModels.length > 0;
    case "prompt_model":
      return !catalog || catalog.promptModels.length > 0;
    case "settings":
      return !catalog || catalog.imageModels.some((model) => readModelSettings(model).length > 0);
    case "references":
      return !catalog || catalog.imageModels.some(({ references }) => (references?.max ?? 0) > 0);
    case "uploads":
      return !catalog || catalog.features.uploads === true;
    case "credits":
      return !catalog || catalog.credits !== undefined;
    case "server_templates":
    case "client_templates":
      return !catalog || need === `${catalog.features.templates}_templates`;
    case "provider":
      return options.provider === true;
    case "other_scope":
      return options.otherScope === true;
    case "no_credits":
      return options.noCredits === true;
    case "authentication":
      return options.authentication === true;
  }
}
