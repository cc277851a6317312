import type { Diagnostic, DiagnosticCode } from "../template/index.js";

/** Codes of the findings about a configuration. */
export type ConfigDiagnosticCode =
  | DiagnosticCode
  | "invalid_value"
  | "empty_prompt"
  | "no_image_model"
  | "no_prompt_model"
  | "model_unavailable"
  | "model_deprecated"
  | "mode_unavailable"
  | "ratio_unsupported"
  | "ratio_cropped"
  | "style_unavailable"
  | "setting_unsupported"
  | "setting_unused"
  | "invalid_reference"
  | "references_unsupported"
  | "too_many_references"
  | "too_few_references"
  | "no_upstream";

/** Diagnostic with the field that it is about, such as `#/prompt/template`. */
export interface ConfigDiagnostic extends Omit<Diagnostic, "code"> {
  /** Code of the finding. */
  code: ConfigDiagnosticCode;
  /** JSON pointer to the field in the configuration. */
  pointer: string;
}
