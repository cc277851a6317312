import { createVariableIndex, diagnoseTokens } from "../template/index.js";
import type { ConfigDiagnostic } from "./ConfigDiagnostic.js";
import { findImageModel } from "./findImageModel.js";
import { findReferenceFaults } from "./findReferenceFaults.js";
import { readReferences } from "./readReferences.js";
import type { ConfigFieldsOptions } from "./validateConfigFields.js";

/** Problems of a variable that count where it leads to a picture; one that is an object is no problem there. */
const VARIABLE_CODES: ReadonlySet<string> = new Set([
  "unknown_variable",
  "late_variable",
  "missing_variable",
  "empty_value",
]);

/**
 * Finds what is wrong with a configuration's references: what `findReferenceFaults` finds with the catalog's model, and
 * variables that no earlier node has. Pointers are `#/references/<index>`, or `#/references` where there are too few;
 * ranges are within the reference's `value`.
 */
export function validateReferences(config: unknown, options: ConfigFieldsOptions = {}): ConfigDiagnostic[] {
  const references = readReferences(config);
  const { catalog, variables, language } = options;
  const model = catalog && findImageModel(Object(config) as { imageModel?: string | null }, catalog);
  const faults = findReferenceFaults(config, model, { language });
  if (!variables || references.length === 0) return faults;
  const index = createVariableIndex(variables);
  const unknown = references.flatMap(({ value }, place) =>
    typeof value === "string"
      ? diagnoseTokens(value, index, { language })
          .filter(({ code }) => VARIABLE_CODES.has(code))
          .map((diagnostic) => ({ ...diagnostic, pointer: `#/references/${place}` }))
      : [],
  );
  return [...faults, ...unknown];
}
