import { readReferences, readReferenceValue } from "../../../contract/index.js";
import { findSoleToken, readVariable } from "../../../template/index.js";
import type { LanguageReader, VariableSource } from "../../../template/index.js";
import { sampleVariables } from "../sampleVariables.js";

/**
 * Counts the pictures that references lead to: one each, and as many as a list has where a sample says so. What a run finds
 * may differ.
 */
export function countPictures(
  references: unknown,
  sources: readonly VariableSource[],
  language: LanguageReader | undefined,
): number {
  let count = 0;
  for (const { value } of readReferences({ references })) {
    const path = typeof value === "string" ? findSoleToken(value, language)?.path : undefined;
    const source = sources.find(({ slug }) => slug === path?.[0]);
    const sample = path && source && readVariable(sampleVariables([source]), path);
    count += Array.isArray(sample) ? readReferenceValue(sample).length : 1;
  }
  return count;
}
