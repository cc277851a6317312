import { assertNames } from "../assertNames.js";
import type { ImageModelEntry } from "./ModelEntry.js";
import { PICTURE_TYPES, referencesOf } from "./referencesOf.js";

const MEMBERS: Readonly<Record<keyof Exclude<NonNullable<ImageModelEntry["references"]>, false>, true>> = {
  max: true,
  min: true,
  mimeTypes: true,
  maxBytes: true,
  maxPixels: true,
  maxTotalBytes: true,
  minSide: true,
  maxSide: true,
};
/** Values of the smallest bounds: below them no picture of any use is left. */
const LEAST = {
  max: 1,
  min: 0,
  maxBytes: 10_000,
  maxPixels: 4_096,
  maxTotalBytes: 10_000,
  minSide: 1,
  maxSide: 64,
} as const;
/** Bounds that are numbers of something whole. */
const WHOLE: ReadonlySet<string> = new Set(["max", "min", "minSide"]);

/**
 * Refuses an entry whose `references` no picture could meet.
 *
 * @throws TypeError that says which model, why, and what to do.
 */
export function assertReferences(id: string, entry: ImageModelEntry): void {
  const { model, references } = entry;
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
  const refuse = (name: keyof typeof LEAST, value: unknown, advice: string) =>
    new TypeError(
      `${of} has ${String(value)} as \`references.${name}\`, which no picture could meet. ${advice}`,
    );
  for (const name of Object.keys(LEAST) as (keyof typeof LEAST)[]) {
    const value: unknown = references[name];
    if (value === undefined && name !== "max") continue;
    const isWhole = !WHOLE.has(name) || Number.isInteger(value);
    if (typeof value === "number" && value >= LEAST[name] && isWhole) continue;
    throw refuse(name, value, `Pass a ${WHOLE.has(name) ? "whole " : ""}number from ${LEAST[name]} on.`);
  }
  // What the entry leaves out is its provider's.
  const limits = referencesOf(entry);
  const { max, min = 0 } = references;
  if (min > max) throw refuse("min", min, `Pass no more than its \`max\`, ${max}.`);
  const { minSide = 1, maxSide = Infinity, maxPixels = Infinity, maxTotalBytes = Infinity } = limits ?? {};
  const longest = Math.floor(Math.min(maxSide, Math.sqrt(maxPixels)));
  if (minSide > longest)
    throw refuse("minSide", minSide, `Pass ${longest} at most, by its \`maxSide\` and \`maxPixels\`.`);
  const total = max * LEAST.maxBytes;
  if (maxTotalBytes < total)
    throw refuse(
      "maxTotalBytes",
      maxTotalBytes,
      `Pass ${total} at least, ${LEAST.maxBytes} for each picture.`,
    );
  const types: unknown = references.mimeTypes ?? PICTURE_TYPES;
  const known: readonly unknown[] = PICTURE_TYPES;
  if (Array.isArray(types) && types.length > 0 && types.every((type) => known.includes(type))) return;
  throw new TypeError(
    `${of} has ${JSON.stringify(types)} as \`references.mimeTypes\`, and this back end makes ${PICTURE_TYPES.join(", ")} ` +
      "only. Pass a list of those, or leave it out.",
  );
}
