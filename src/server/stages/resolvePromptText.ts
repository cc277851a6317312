import type { GenerationRequest, ProblemError, PromptConfig, Warning } from "../../contract/index.js";
import { listReferences, resolveTemplate } from "../../template/index.js";
import type { Diagnostic } from "../../template/index.js";
import type { HandlerContext } from "../createHandlerContext.js";
import { createProblem } from "../http/createProblem.js";

/** Fills the values into the text that the mode uses: the template, or the instructions; `null` in "auto". */
export async function resolvePromptText(
  { options }: HandlerContext,
  { config, input }: GenerationRequest,
  variables: unknown,
): Promise<{ resolved: string | null; warnings: Warning[] }> {
  if (config.prompt.mode === "auto") return { resolved: null, warnings: [] };
  if (input?.resolved !== undefined) return { resolved: input.resolved, warnings: [] };
  const member = config.prompt.mode === "manual" ? "template" : "instructions";
  const resolve = options.resolveTemplate ?? resolveTemplate;
  const { text, diagnostics } = await resolve(config.prompt[member], variables);
  const faults = diagnostics.filter((diagnostic) => diagnostic.severity === "error");
  if (faults.length > 0) throw refuseTemplate(faults, `#/config/prompt/${member}`);
  return { resolved: text, warnings: diagnostics.map(toWarning) };
}

/** The first segments of the paths that the mode's text names; `null` where everything may be read. */
export function slugsOf(
  { options }: HandlerContext,
  { mode, template }: PromptConfig,
): readonly string[] | null {
  // What a host's own engine reads in its templates is its own affair.
  if (mode !== "manual" || options.resolveTemplate) return null;
  return [...new Set(listReferences(template).map((reference) => String(reference.segments[0])))];
}

function refuseTemplate(faults: readonly Diagnostic[], pointer: string) {
  const missing = faults.every((fault) => fault.code === "missing_variable");
  const errors = faults.map((fault): ProblemError => ({
    pointer,
    code: fault.code,
    ...(fault.path === undefined ? {} : { variable: fault.path }),
    detail: fault.message,
    ...(fault.suggestion === undefined ? {} : { suggestion: fault.suggestion }),
  }));
  return createProblem(missing ? "missing_variable" : "invalid_template", { errors });
}

function toWarning({ code, message, path, params }: Diagnostic): Warning {
  return { code, message, params: { ...params, ...(path === undefined ? {} : { variable: path }) } };
}
