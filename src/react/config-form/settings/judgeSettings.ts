import { validateSettings } from "../../../contract/index.js";
import type { Catalog, ConfigDiagnostic, ImageNodeConfig } from "../../../contract/index.js";
import { wordSettingFault } from "./wordSettingFault.js";

/** Finds the values that the image model does not take, in the words of the form. */
export function judgeSettings(
  config: ImageNodeConfig,
  catalog: Catalog | undefined,
  t: Parameters<typeof wordSettingFault>[0],
): readonly ConfigDiagnostic[] {
  return validateSettings(config, catalog).map((diagnostic) => ({
    ...diagnostic,
    message: wordSettingFault(t, diagnostic.params ?? {}),
  }));
}
