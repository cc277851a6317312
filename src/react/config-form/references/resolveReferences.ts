import { ImageNodeError, readReferenceValue, readReferences } from "../../../contract/index.js";
import type { ImageNodeConfig, InputReference, ProblemError, Reference } from "../../../contract/index.js";
import { findSoleToken, formatPath, readVariable } from "../../../template/index.js";
import type { LanguageReader } from "../../../template/index.js";
import { rememberPlaces } from "./placeFault.js";

type Variables = Readonly<Record<string, unknown>> | null;

/**
 * Resolves references where the back end doesn't: an id stays, a variable becomes the ids that it leads to. `undefined`
 * where the back end has to do it, since only it knows the values or reads the language.
 *
 * @throws `missing_variable` where one leads to no picture, before anything is sent or spent
 */
export async function resolveReferences(
  config: ImageNodeConfig,
  variables: Variables,
  language: LanguageReader | undefined,
): Promise<InputReference[] | undefined> {
  const references = readReferences(config);
  const isIdsOnly = references.every(({ value }) => value === undefined);
  if (!isIdsOnly && (variables === null || (language && !language.resolve))) return undefined;
  const found: InputReference[] = [];
  const places: number[] = [];
  const errors: ProblemError[] = [];
  for (const [index, reference] of references.entries()) {
    const value = await readPictures(reference, variables, language);
    for (const item of readReferenceValue(value)) {
      if (item.attachmentId !== undefined) {
        found.push({ attachmentId: item.attachmentId });
        places.push(index);
      } else errors.push(createFault(index, reference, item.found, language));
    }
    if (value === undefined && !isOptional(reference, language))
      errors.push(createFault(index, reference, "nothing", language));
  }
  rememberPlaces(config, found, places);
  if (errors.length === 0) return found;
  throw new ImageNodeError({
    kind: "missing_variable",
    message: errors[0]?.detail ?? "",
    charged: false,
    stage: "prompt",
    errors: errors.slice(0, 50),
  });
}

/** Reads what a reference leads to; an expression of a host's language is read by its engine. */
async function readPictures(
  { value, attachmentId }: Reference,
  variables: Variables,
  language: LanguageReader | undefined,
): Promise<unknown> {
  if (attachmentId !== undefined) return attachmentId;
  const text = value ?? "";
  const token = findSoleToken(text, language);
  if (token?.path)
    return readVariable(variables, token.path) ?? token.fallback ?? readNull(variables, token.path);
  try {
    const resolved = await language?.resolve?.(text, variables);
    // A text beside an error is not to be used.
    const isFaulty = resolved?.diagnostics.some(({ severity }) => severity === "error");
    return !resolved || isFaulty ? undefined : parse(resolved.text);
  } catch {
    return undefined;
  }
}

/** Tells a value that is `null` from one that is missing. */
function readNull(variables: Variables, path: readonly (string | number)[]): null | undefined {
  return readVariable(variables, path) === null ? null : undefined;
}

/** Reads a file or a list that an engine wrote into a text; any other text as it is. */
function parse(text: string): unknown {
  if (!/^\s*[[{"]/.test(text)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function isOptional({ value }: Reference, language: LanguageReader | undefined): boolean {
  return findSoleToken(value ?? "", language)?.optional === true;
}

function createFault(
  index: number,
  { value = "" }: Reference,
  found: string,
  language: LanguageReader | undefined,
): ProblemError {
  const path = findSoleToken(value, language)?.path;
  const variable = path ? formatPath(path) : value;
  return {
    pointer: `#/config/references/${index}`,
    code: "missing_variable",
    variable,
    found,
    detail: `${variable} leads to no picture: ${found} was found.`,
  };
}
