import type { GenerationRequest, ProblemError, PromptConfig, Warning } from "../../contract/index.js";
import { limitDiagnostics, listReferences, resolveWithin } from "../../template/index.js";
import type { Diagnostic } from "../../template/index.js";
import type { HandlerContext } from "../createHandlerContext.js";
import { ModelFailure } from "../hooks/describeModelError.js";
import { createProblem } from "../http/createProblem.js";

/** Text of a request with its values filled in. */
export interface PromptText {
  /** `null` in "auto". */
  readonly resolved: string | null;
  /** Values that were filled in, by path; `null` where somebody else filled them in. */
  readonly values: Readonly<Record<string, string>> | null;
  readonly warnings: readonly Warning[];
}

/** UTF-16 units that no image model takes, and that no prompt model is asked to read. */
const LONGEST = 100_000;

/**
 * Fills the values into the text that the mode uses: the template, or the instructions. Stops where the result is longer
 * than the model takes, whatever its characters are, and refuses the request.
 */
export async function resolvePromptText(
  handler: HandlerContext,
  { config, input }: GenerationRequest,
  variables: unknown,
  maxPromptLength: number,
): Promise<PromptText> {
  const { mode } = config.prompt;
  if (mode === "auto") return { resolved: null, values: null, warnings: [] };
  if (input?.resolved !== undefined) return { resolved: input.resolved, values: null, warnings: [] };
  const member = mode === "manual" ? "template" : "instructions";
  const pointer = `#/config/prompt/${member}`;
  // A code point has at most two units.
  const longest = mode === "manual" ? Math.min(2 * maxPromptLength, LONGEST) : LONGEST;
  const { text, diagnostics, values } = await resolve(handler, config.prompt[member], variables, longest);
  const faults = diagnostics.filter((diagnostic) => diagnostic.severity === "error");
  const mistakes = faults.filter(({ code }) => code !== "too_long");
  if (mistakes.length > 0) throw refuseTemplate(mistakes, pointer);
  if (text.length > longest || faults.length > 0) {
    throw refuseLength(pointer, mode === "manual" ? Math.min(maxPromptLength, LONGEST) : LONGEST);
  }
  return { resolved: text, values, warnings: limitDiagnostics(diagnostics).map(toWarning) };
}

async function resolve(
  { options }: HandlerContext,
  template: string,
  variables: unknown,
  longest: number,
): Promise<{ text: string; diagnostics: readonly Diagnostic[]; values: PromptText["values"] }> {
  if (!options.resolveTemplate) {
    const { text, diagnostics, spans } = resolveWithin(template, variables, longest);
    const values = Object.fromEntries(spans.map(({ start, end, path }) => [path, text.slice(start, end)]));
    return { text, diagnostics, values };
  }
  try {
    return { ...(await options.resolveTemplate(template, variables)), values: null };
  } catch {
    // An engine's error quotes the template or a value.
    const message =
      "The option `resolveTemplate` threw an error. Its words are withheld, since they may quote the prompt.";
    throw createProblem("internal", { cause: new ModelFailure({ name: "Error", message }) });
  }
}

function refuseLength(pointer: string, longest: number) {
  const detail = `With its values the text has more than ${longest} characters. Shorten it.`;
  return createProblem("prompt_too_long", {
    message: detail,
    errors: [{ pointer, code: "prompt_too_long", detail }],
  });
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
