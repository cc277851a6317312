import { displayDiagnostic, guardLanguage } from "../template/index.js";
import type { ConfigDiagnostic } from "./ConfigDiagnostic.js";
import { validateConfigFields } from "./validateConfigFields.js";
import type { ConfigFieldsOptions } from "./validateConfigFields.js";
import type { LanguageOptions } from "./LanguageOptions.js";
import { validateReferences } from "./validateReferences.js";
import { validateSettings } from "./validateSettings.js";

/** Options of {@link validateImageNodeConfig}; each check runs only where its data is given. */
export interface ValidateImageNodeConfigOptions
  extends Omit<ConfigFieldsOptions, "language">, LanguageOptions {}

/**
 * Finds everything that is wrong with a configuration, without mounting anything: for a host's canvas badges and for the
 * form. It looks at the text that the mode uses only, and at no prompt model in manual. Of a text's problems it lists the
 * first fifty, and how many more there are (`more_problems`).
 *
 * @example
 * const diagnostics = validateImageNodeConfig(node.config, { catalog, variables });
 * const hasError = diagnostics.some(({ severity }) => severity === "error");
 */
export function validateImageNodeConfig(
  config: unknown,
  options: ValidateImageNodeConfigOptions = {},
): readonly ConfigDiagnostic[] {
  const { catalog, variables } = options;
  const language = options.language && guardLanguage(options.language);
  const found = [
    ...validateConfigFields(config, { ...options, language }),
    ...validateReferences(config, { ...options, language }),
  ];
  const sourceOf = (slug: string) => variables?.find((source) => source.slug === slug);
  const named = language
    ? found.map((diagnostic) => displayDiagnostic(diagnostic, sourceOf, language))
    : found;
  return [...named, ...validateSettings(config, catalog)];
}
