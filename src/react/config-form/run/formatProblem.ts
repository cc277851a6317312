import type { ConfigDiagnostic, ProblemError } from "../../../contract/index.js";
import { errorKey, faultWords, joinSentences, withWords, wordVariable } from "../../messages/index.js";
import type { useMessages } from "../../messages/index.js";
import { referenceTools } from "../referenceTools.js";
import { settingTools } from "../settingTools.js";

type Messages = ReturnType<typeof useMessages>;

/** Words a fault of a field whose code, with its words, is loaded on demand; `undefined` for another. */
function wordOwnFault(t: Messages, fault: Readonly<Record<string, unknown>>): string | undefined {
  return settingTools.get()?.wordSettingFault(t, fault) ?? referenceTools.get()?.wordReferenceFault(t, fault);
}

/** Words a fault that a back end found, with what was probably meant; `sources` are the nodes that a text may name. */
export function formatProblem(
  t: Messages,
  fault: ProblemError,
  sources?: readonly { slug: string }[],
): string {
  const say = withWords(t, faultWords);
  const key = `fault.${fault.code}`;
  const variable = fault.variable ?? "";
  const own = wordOwnFault(t, fault);
  if (own) return own;
  const named = wordVariable(t, fault, sources);
  const said =
    say.has(key) && (variable !== "" || !fault.code.includes("variable"))
      ? say(key, { ...fault, variable, count: Number(fault["count"] ?? 0) })
      : undefined;
  const words = named ?? (isFilled(said) ? said : fault.detail) ?? say("fault.unknown", { code: fault.code });
  return fault.suggestion
    ? joinSentences(words, say("fault.didYouMean", { suggestion: fault.suggestion }))
    : words;
}

/** Tells whether all of a sentence is known: a back end may leave out what it is about, such as the model. */
function isFilled(said: string | undefined): boolean {
  return said !== undefined && !/\{\w+\}/.test(said);
}

/** Words a refusal that points to no field. */
export function formatRefusal(t: Messages, error: Parameters<typeof errorKey>[1]): string {
  const say = withWords(t, faultWords);
  const key = errorKey(t, error);
  return say("configForm.refused", { title: say(`${key}.title`), text: say(`${key}.text`) });
}

/** Words a fault that the form found by itself. */
export function formatDiagnostic(t: Messages, diagnostic: ConfigDiagnostic): string {
  const { code, params, pointer, path } = diagnostic;
  const own = wordOwnFault(t, { ...params, code, pointer, variable: path });
  if (own) return own;
  const key = `fault.${code}`;
  const say = withWords(t, faultWords);
  return say.has(key) ? say(key, { variable: diagnostic.path ?? "", ...params }) : diagnostic.message;
}
