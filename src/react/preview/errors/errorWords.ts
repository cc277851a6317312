import type { GenerationState } from "../../../client/index.js";
import {
  errorKey,
  faultWords,
  isPictureFault,
  joinSentences,
  joinTitle,
  withWords,
  wordVariable,
} from "../../messages/index.js";
import type { Messages } from "../../messages/index.js";
import type { ScopeValue } from "../../provider/index.js";
import { getErrorActions } from "./getErrorActions.js";

/** Words about a run without an image. */
export interface ErrorWords {
  /** Fault in a few words; a single variable's is named as the editor names it. */
  title: string;
  /** Advice, and whether an image was charged. */
  text: string;
}

/** Words a bad outcome; `null` while the run is well. */
export function errorWords(t: Messages, state: GenerationState, scope: ScopeValue | null): ErrorWords | null {
  const advice = getErrorActions(state);
  if (!advice) return null;
  const { reason, errors } = state.error ?? {};
  const say = withWords(t, faultWords);
  const key = errorKey(t, { kind: advice.kind, reason, errors });
  const [fault, ...others] = errors ?? [];
  const isPrompts = fault && others.length === 0 && !isPictureFault({ kind: advice.kind, errors });
  const named = isPrompts ? wordVariable(t, fault, scope?.variables) : undefined;
  const charged = state.status === "waiting" ? undefined : state.error?.charged;
  const charge = charged === undefined ? undefined : charged === null ? "unknown" : charged ? "yes" : "no";
  return {
    title: named ?? say(`${key}.title`),
    text: charge ? joinSentences(say(`${key}.text`), say(`charge.${charge}`)) : say(`${key}.text`),
  };
}

/** Puts title and text into a line, for the live region. */
export function sayError(t: Messages, { title, text }: ErrorWords): string {
  return joinTitle(t, title, text);
}
