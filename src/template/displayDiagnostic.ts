import { parsePath } from "./parsePath.js";
import type { TemplateLanguage } from "./TemplateLanguage.js";
import type { Diagnostic, VariableSource } from "./types.js";

/** Members of a diagnostic that name a path, or say it in words. */
type NamedPaths = Pick<Diagnostic, "message" | "params" | "path" | "suggestion">;

/** Names the paths in a diagnostic's words as its language does; its `path` and `suggestion` stay what they are. */
export function displayDiagnostic<D extends NamedPaths>(
  diagnostic: D,
  sourceOf: (slug: string) => VariableSource | undefined,
  language: Pick<TemplateLanguage, "display">,
): D {
  if (!language.display) return diagnostic;
  const { path, suggestion, message } = diagnostic;
  if (path === undefined) return diagnostic;
  const show = (written: string) => {
    const segments = parsePath(written);
    return (segments && language.display?.(segments, sourceOf(String(segments[0])))) ?? written;
  };
  const shown = { path: show(path), suggestion: suggestion && show(suggestion) };
  return {
    ...diagnostic,
    message: message
      .replace(`${path}:`, () => `${shown.path}:`)
      .replace(`${suggestion}?`, () => `${shown.suggestion}?`),
    params: { ...diagnostic.params, ...shown },
  };
}
