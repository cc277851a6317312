const APOLOGY =
  /^(?:i(?:['’]m| am) (?:very |so |really )?sorry|sorry|my apologies|unfortunately)\b[^.!?]{0,60}/i;
const INABILITY =
  /\bi(?:['’]m| am)? (?:can(?:['’]t|not| not)|(?:un|not )able to|won['’]t|will not) (?:\w+ ){0,3}?(?:help|assist|comply|create|generate|provide|fulfil|write|produce|continue|support|make|do)\b/i;

/**
 * Whether a written "prompt" is the writer's refusal, as models that are not stopped by a filter word it. Looks at the
 * beginning only: a prompt may well show somebody who is sorry.
 */
export function looksLikeRefusal(text: string): boolean {
  const beginning = text.trimStart().slice(0, 160);
  return APOLOGY.test(beginning) ? INABILITY.test(beginning) : INABILITY.exec(beginning)?.index === 0;
}
