import { faults } from "./en/faults.js";
import { isPictureFault } from "./isPictureFault.js";
import type { PointedError } from "./isPictureFault.js";
import { withWords } from "./withWords.js";
import type { Messages } from "./withWords.js";

/**
 * Returns the key of an error's words, without ".title" or ".text": those of its reason where there are some, else those
 * of a reference image where it is about one, else those of its kind, else those of an error that this version does not
 * know. The words are `faultWords`, or the host's.
 */
export function errorKey(
  t: Messages,
  { kind, reason, errors }: PointedError & { kind: string; reason?: string | undefined },
): string {
  const own = isPictureFault({ kind, errors }) ? ["error.picture"] : [];
  const keys = [`error.${kind}.${reason}`, ...own, `error.${kind}`];
  return keys.find((key) => hasWords(t, key)) ?? "error.unknown";
}

/** Returns that key only where the words say more than the kind does, such as that an origin was refused. */
export function reasonKey(t: Messages, error: unknown): string | undefined {
  const { kind, reason } = Object(error) as { kind?: unknown; reason?: unknown };
  const key = `error.${String(kind)}.${String(reason)}`;
  return hasWords(t, key) ? key : undefined;
}

function hasWords(t: Messages, key: string): boolean {
  return withWords(t, faults).has(`${key}.title`);
}
