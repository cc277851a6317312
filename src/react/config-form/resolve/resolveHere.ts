import { ImageNodeError } from "../../../contract/index.js";
import { limitDiagnostics, resolveTemplate } from "../../../template/index.js";
import type { LanguageReader, ResolvedText } from "../../../template/index.js";

/** Resolves a prompt where the back end doesn't; what is missing ends the run before anything is sent or spent. */
export async function resolveHere(
  text: string,
  variables: Record<string, unknown> | null,
  field: "template" | "instructions",
  language: LanguageReader | undefined,
): Promise<string> {
  const resolved = language
    ? await resolveByHost(text, variables, field, language)
    : resolveTemplate(text, variables);
  if (!resolved) return text;
  const faults = limitDiagnostics(resolved.diagnostics.filter(({ severity }) => severity === "error"));
  const first = faults[0];
  if (!first) return resolved.text;
  const isLong = faults.every(({ code }) => code === "too_long");
  const missing = faults.every(({ code }) => code === "missing_variable" || code === "more_problems");
  throw new ImageNodeError({
    kind: isLong ? "prompt_too_long" : missing ? "missing_variable" : "invalid_template",
    message: first.message,
    charged: false,
    stage: "prompt",
    errors: faults.map(({ code, path, message, suggestion }) => ({
      pointer: `#/config/prompt/${field}`,
      code,
      ...(path !== undefined && { variable: path }),
      detail: message,
      ...(suggestion !== undefined && { suggestion }),
    })),
  });
}

/** Asks the host's engine. Whatever it throws ends the run, in the words of the engine. */
async function resolveByHost(
  text: string,
  variables: Record<string, unknown> | null,
  field: "template" | "instructions",
  language: LanguageReader,
): Promise<ResolvedText | undefined> {
  try {
    return await language.resolve?.(text, variables, { field });
  } catch (cause) {
    if (ImageNodeError.isInstance(cause)) throw cause;
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new ImageNodeError({
      kind: "invalid_template",
      message: detail,
      charged: false,
      stage: "prompt",
      errors: [{ pointer: `#/config/prompt/${field}`, code: "invalid_template", detail }],
      cause,
    });
  }
}
