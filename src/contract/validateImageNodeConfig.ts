import type { ConfigDiagnostic } from "./ConfigDiagnostic.js";
import { validateConfigFields } from "./validateConfigFields.js";
import type { ValidateImageNodeConfigOptions } from "./validateConfigFields.js";
import { validateSettings } from "./validateSettings.js";

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
  return [...validateConfigFields(config, options), ...validateSettings(config, options.catalog)];
}
