import { assertNames } from "../assertNames.js";
import type { ImageModelEntry } from "./ModelEntry.js";
import { PICTURE_TYPES } from "./referencesOf.js";

const MEMBERS: Readonly<Record<keyof Exclude<NonNullable<ImageModelEntry["references"]>, false>, true>> = {
  max: true,
  mimeTypes: true,
  maxBytes: true,
  maxPixels: true,
};
/** Bytes of the smallest bound: below it no picture of any use is left. */
const LEAST = { max: 1, maxBytes: 10_000, maxPixels: 4_096 } as const;

/**
 * Refuses an entry whose `references` no picture could meet.
 *
 * @throws TypeError that says which model, why, and what to do.
 */
export function assertReferences(id: string, { model, references }: ImageModelEntry): void {
  if (references === undefined || references === false) return;
  const of = `The image model ${JSON.stringify(id)}`;
  if (typeof references !== "object" || references === null) {
    throw new TypeError(`${of} needs \`references\` as an object such as { max: 4 }, or false for none.`);
  }
  assertNames(of, "references", references, MEMBERS);
  if ((Object(model) as { supportsFileInputs?: unknown }).supportsFileInputs === false) {
    throw new TypeError(
      `${of} has \`references\`, and its package says that it takes no pictures: they would be refused, or left out without ` +
        "a word. Leave them out, or choose a model that takes some.",
    );
  }
  for (const name of ["max", "maxBytes", "maxPixels"] as const) {
    const value: unknown = references[name];
    if (value === undefined && name !== "max") continue;
    const isWhole = name !== "max" || Number.isInteger(value);
    if (typeof value === "number" && value >= LEAST[name] && isWhole) continue;
    throw new TypeError(
      `${of} has ${String(value)} as \`references.${name}\`, which no picture could meet. Pass a ` +
        `${name === "max" ? "whole " : ""}number from ${LEAST[name]} on.`,
    );
  }
  const types: unknown = references.mimeTypes ?? PICTURE_TYPES;
  const known: readonly unknown[] = PICTURE_TYPES;
  if (Array.isArray(types) && types.length > 0 && types.every((type) => known.includes(type))) return;
  throw new TypeError(
    `${of} has ${JSON.stringify(types)} as \`references.mimeTypes\`, and this back end makes ${PICTURE_TYPES.join(", ")} ` +
      "only. Pass a list of those, or leave it out.",
  );
}
