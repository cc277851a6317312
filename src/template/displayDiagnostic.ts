import { createDiagnostic } from "./createDiagnostic.js";
import { formatPath } from "./formatPath.js";
import { parsePath } from "./parsePath.js";
import type { TemplateLanguage } from "./TemplateLanguage.js";
import type { Diagnostic, VariableIndex } from "./types.js";

/** Names the paths in a diagnostic's words as its language does; its `path` and `suggestion` stay what they are. */
export function displayDiagnostic(
  diagnostic: Diagnostic,
  index: VariableIndex,
  language: TemplateLanguage,
): Diagnostic {
  if (!language.display) return diagnostic;
  const { code, severity, range, path, suggestion } = diagnostic;
  if (path === undefined) return diagnostic;
  const show = (written: string | undefined) => {
    const segments = written === undefined ? null : parsePath(written);
    if (!segments) return written;
    return language.display?.(segments, index.get(formatPath(segments.slice(0, 1)))?.source);
  };
  const params = { ...diagnostic.params, path: show(path), suggestion: show(suggestion) };
  const words = createDiagnostic(code, severity, range, params.path, params.suggestion, params);
  return { ...words, path, suggestion };
}
