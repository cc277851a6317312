import { readReferences } from "../../contract/index.js";
import type { GenerationRequest, ImageNodeConfig, ProblemError, Warning } from "../../contract/index.js";
import { limitDiagnostics, listReferences, resolveWithin } from "../../template/index.js";
import type { Diagnostic, ResolveOptions } from "../../template/index.js";
import type { HandlerContext } from "../createHandlerContext.js";
import { ModelFailure } from "../hooks/describeModelError.js";
import { createProblem } from "../http/createProblem.js";
import { MOST_ERRORS, moreErrors } from "../http/limitErrors.js";

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
  variables: Readonly<Record<string, unknown>>,
  maxPromptLength: number,
): Promise<PromptText> {
  const { mode } = config.prompt;
  if (mode === "auto") return { resolved: null, values: null, warnings: [] };
  if (input?.resolved !== undefined) return { resolved: input.resolved, values: null, warnings: [] };
  const member = mode === "manual" ? "template" : "instructions";
  const pointer = `#/config/prompt/${member}`;
  // A code point has at most two units.
  const longest = mode === "manual" ? Math.min(2 * maxPromptLength, LONGEST) : LONGEST;
  const template = config.prompt[member];
  const { end, others } = handler.options.resolveTemplate ? WHOLE : boundTokens(template);
  const { text, diagnostics, values } = await resolveText(handler, template.slice(0, end), variables, {
    maxLength: longest,
    field: member,
  });
  // In one pass: a text of nothing but mistakes has a hundred thousand.
  const mistakes: Diagnostic[] = [];
  let isTooLong = others > 0 || text.length > longest;
  for (const diagnostic of diagnostics) {
    if (diagnostic.code === "too_long") isTooLong = true;
    else if (diagnostic.severity === "error") mistakes.push(diagnostic);
  }
  if (mistakes.length > 0) throw refuseTemplate(mistakes, others, pointer);
  if (isTooLong) {
    throw refuseLength(pointer, mode === "manual" ? Math.min(maxPromptLength, LONGEST) : LONGEST);
  }
  return { resolved: text, values, warnings: limitDiagnostics(diagnostics).map(toWarning) };
}

const WHOLE = { end: undefined, others: 0 };
/** Variables that no prompt has; a text of more is refused, and read so far only. */
const MOST_TOKENS = 2_000;
const BRACE = 0x7b;

/** Finds where a text has had so many variables, and how many it has after that. */
function boundTokens(template: string): { end: number | undefined; others: number } {
  let end: number | undefined;
  let count = 0;
  // By code units: a search for each pair would take ten times as long where there is nothing else.
  for (let at = 0; at < template.length; at += 1) {
    if (template.charCodeAt(at) !== BRACE || template.charCodeAt(at + 1) !== BRACE) continue;
    if (count === MOST_TOKENS) end = at;
    count += 1;
    at += 1;
  }
  return { end, others: Math.max(0, count - MOST_TOKENS) };
}

/** Fills values into a text, by the host's own engine where it has one. Its errors are told without their words. */
export async function resolveText(
  { options }: HandlerContext,
  template: string,
  variables: Readonly<Record<string, unknown>>,
  bounds: ResolveOptions & { maxLength: number },
): Promise<{ text: string; diagnostics: readonly Diagnostic[]; values: PromptText["values"] }> {
  if (!options.resolveTemplate) {
    const { text, diagnostics, spans } = resolveWithin(template, variables, bounds.maxLength);
    const values = Object.fromEntries(spans.map(({ start, end, path }) => [path, text.slice(start, end)]));
    return { text, diagnostics, values };
  }
  try {
    return { ...(await options.resolveTemplate(template, variables, bounds)), values: null };
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

/**
 * The first segments of the paths that the mode's text and the references name; `null` where everything may be read.
 */
export function slugsOf({ options }: HandlerContext, config: ImageNodeConfig): readonly string[] | null {
  const { mode, template } = config.prompt;
  // What a host's own engine reads in its templates is its own affair.
  if (mode !== "manual" || options.resolveTemplate) return null;
  const texts = [template, ...readReferences(config).map(({ value }) => value ?? "")];
  const named = texts.flatMap((text) => listReferences(text));
  return [...new Set(named.map(({ segments }) => String(segments[0])))];
}

/** Refuses a text for its mistakes; those among its `others` are not looked at, only counted. */
function refuseTemplate(faults: readonly Diagnostic[], others: number, pointer: string) {
  const missing = faults.every((fault) => fault.code === "missing_variable");
  const toError = (fault: Diagnostic): ProblemError => ({
    pointer,
    code: fault.code,
    ...(fault.path === undefined ? {} : { variable: fault.path }),
    detail: fault.message,
    ...(fault.suggestion === undefined ? {} : { suggestion: fault.suggestion }),
  });
  const told = faults.slice(0, MOST_ERRORS).map(toError);
  const untold = faults.length + others - told.length;
  const errors = untold > 0 ? [...told, moreErrors(untold, pointer)] : told;
  return createProblem(missing ? "missing_variable" : "invalid_template", { errors });
}

function toWarning({ code, message, path, params }: Diagnostic): Warning {
  return { code, message, params: { ...params, ...(path === undefined ? {} : { variable: path }) } };
}
