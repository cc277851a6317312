import type { GenerationInput, ImageNodeConfig } from "../../../contract/index.js";
import type { LanguageReader } from "../../../template/index.js";
import { referenceTools } from "../referenceTools.js";
import { resolveHere } from "./resolveHere.js";

/** Fills in what a back end would: the text of the mode, and the pictures that the references lead to. */
export async function resolveInput(
  config: ImageNodeConfig,
  variables: Record<string, unknown> | null,
  language: LanguageReader | undefined,
): Promise<GenerationInput | undefined> {
  const { mode } = config.prompt;
  const field = mode === "manual" ? "template" : "instructions";
  const text =
    mode === "auto"
      ? undefined
      : { resolved: await resolveHere(config.prompt[field], variables, field, language) };
  const tools = config.references && (await referenceTools.load(config.references, undefined));
  const references = await tools?.resolveReferences(config, variables, language);
  return references ? { ...text, references } : text;
}
