import { createProblem } from "../http/createProblem.js";
import type { Principal } from "../options.js";

/**
 * Reads what `authorize` answered. `null`, `undefined` and `false` refuse the caller. Anything else must name a scope:
 * callers without one would share a workspace. A wrong answer is the host's error, and nobody gets in.
 *
 * @param usesSubject whether limits go by the subject, so that it must be there
 */
export function readPrincipal(answer: unknown, usesSubject: boolean): Principal {
  if (answer === null || answer === undefined || answer === false) throw createProblem("unauthorized");
  if (typeof answer !== "object") throw wrong(`a value of type ${typeof answer}`);
  // Read once: what is checked is what is used.
  const { scope, subject } = answer as { scope?: unknown; subject?: unknown };
  if (!isName(scope)) throw wrong("an object whose `scope` is no text");
  if (isName(subject)) return { ...answer, scope, subject };
  if (subject !== undefined || usesSubject) throw wrong("an object whose `subject` is no text");
  return { ...answer, scope, subject: "" };
}

function isName(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}

function wrong(what: string): TypeError {
  return new TypeError(
    `\`authorize\` answered with ${what}, so nobody was let in. Return { scope, subject } with two texts that are not ` +
      "empty, or null to refuse the caller.",
  );
}
