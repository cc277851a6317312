import type { createTranslate } from "./createTranslate.js";
import { isPictureFault } from "./isPictureFault.js";
import type { PointedError } from "./isPictureFault.js";

/**
 * Returns the key of an error's words, without ".title" or ".text": those of its reason where there are some, else those
 * of a reference image where it is about one, else those of its kind, else those of an error that this version does not
 * know.
 */
export function errorKey(
  t: Pick<ReturnType<typeof createTranslate>, "has">,
  { kind, reason, errors }: PointedError & { kind: string; reason?: string | undefined },
): string {
  const own = isPictureFault({ kind, errors }) ? ["error.picture"] : [];
  const keys = [`error.${kind}.${reason}`, ...own, `error.${kind}`];
  return keys.find((key) => t.has(`${key}.title`)) ?? "error.unknown";
}

/** Returns that key only where the words say more than the kind does, such as that an origin was refused. */
export function reasonKey(
  t: Pick<ReturnType<typeof createTranslate>, "has">,
  error: unknown,
): string | undefined {
  const { kind, reason } = Object(error) as { kind?: unknown; reason?: unknown };
  const key = `error.${String(kind)}.${String(reason)}`;
  return t.has(`${key}.title`) ? key : undefined;
}
