import { findSoleToken, formatPath, readVariable } from "../../template/index.js";
import type { TemplateLanguage } from "../../template/index.js";
import type { HandlerContext } from "../createHandlerContext.js";
import { createProblem } from "../http/createProblem.js";
import { resolveText } from "./resolvePromptText.js";

/** Language of which nothing is known: each text is one token. */
export const WHOLE_TEXT: Pick<TemplateLanguage, "scan"> = {
  scan: (text) => [{ start: 0, end: text.length, path: null, closed: true }],
};

/** UTF-16 units of a value that a host's own engine writes as text. */
const LONGEST = 100_000;

/**
 * Finds the value that a reference's variable leads to: as it is, or what a host's own engine made of it, read as JSON where
 * it is some. `variable` names it.
 *
 * @throws `missing_variable` where there is no such variable, `invalid_template` where nobody here reads the language.
 */
export async function resolveReference(
  handler: HandlerContext,
  text: string,
  variables: Readonly<Record<string, unknown>>,
  pointer: string,
): Promise<{ value: unknown; variable: string }> {
  const { options } = handler;
  if (options.templates === "client") {
    const detail =
      'This back end reads no templates (features.templates is "client"), and the request has no input.references. Send the ' +
      "pictures that the variables lead to as input.references.";
    const errors = [{ pointer: "#/input/references", code: "unresolved_template", detail }];
    throw createProblem("invalid_template", { message: detail, errors });
  }
  if (options.resolveTemplate) {
    const { text: result, diagnostics } = await resolveText(handler, text, variables, { maxLength: LONGEST });
    const fault = diagnostics.find(({ severity }) => severity === "error");
    if (fault) throw missing(fault.path ?? text, pointer, fault.message, fault.code);
    return { value: fromJson(result), variable: text };
  }
  const token = findSoleToken(text);
  const path = token?.path ?? [];
  const variable = formatPath(path);
  const value = readVariable(variables, path);
  if (value !== undefined && value !== null) return { value, variable };
  if (token?.fallback !== undefined) return { value: token.fallback, variable };
  if (value === null || token?.optional === true) return { value: null, variable };
  throw missing(variable, pointer, `${variable} has no value.`);
}

/** Refuses a reference whose variable leads to no picture. */
export function missing(variable: string, pointer: string, detail: string, code = "missing_variable") {
  return createProblem("missing_variable", {
    message: `A reference leads to no picture: ${detail}`,
    errors: [{ pointer, code, variable, detail }],
  });
}

/** Reads a list or an object that an engine wrote as JSON; any other text as it is. */
function fromJson(text: string): unknown {
  if (!/^\s*[[{"]/.test(text)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
