import type { createTranslate } from "./createTranslate.js";

/** Error as far as its words go by it. */
export interface WordedError {
  kind: string;
  reason?: string | undefined;
  errors?: readonly { pointer?: string | undefined }[] | undefined;
}

/**
 * Returns the key of an error's words, without ".title" or ".text": those of its reason where there are some, else those
 * of its kind, else those of an error that this version does not know. What is wrong with a reference image is said at its
 * field.
 */
export function errorKey(
  t: Pick<ReturnType<typeof createTranslate>, "has">,
  { kind, reason, errors }: WordedError,
): string {
  // Most kinds tell of a run, its image or its request; a missing variable is one there, too.
  const isOfReference = kind !== "missing_variable" && errors?.[0]?.pointer?.includes("/references/");
  const keys = [`error.${kind}.${reason}`, `error.${isOfReference ? "invalid_request" : kind}`];
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
