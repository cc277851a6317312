import { readReferenceValue } from "../../contract/index.js";
import type { Variable, VariableIndex } from "../../template/index.js";
import { walkVariables } from "../internal/walkVariables.js";

/** Most rows that are offered at once. */
const MOST = 30;
/** Values that can't lead to a picture. */
const NEVER: ReadonlySet<string> = new Set(["number", "boolean", "null"]);

/**
 * Lists the variables that may lead to a picture: files first, and any other that fits the query. Without a query others are
 * left out where there is a file.
 */
export function listPictureVariables(
  index: VariableIndex,
  query: string,
): { files: readonly Variable[]; others: readonly Variable[] } {
  const isAll = query.trim() === "";
  const found = isAll ? walkVariables(index, 2000) : index.search(query, { limit: 200 }).items;
  const files: Variable[] = [];
  const others: Variable[] = [];
  for (const variable of found) {
    if (NEVER.has(variable.type)) continue;
    if (isOfPictures(variable)) files.push(variable);
    else if (variable.segments.length > 1) others.push(variable);
  }
  return { files: files.slice(0, MOST), others: isAll && files.length > 0 ? [] : others.slice(0, MOST) };
}

/** Checks whether a variable is a file, or a list whose sample holds nothing but pictures. */
function isOfPictures({ type, sample }: Variable): boolean {
  if (type !== "array") return type === "file";
  // A list of texts may be of anything, and is not read.
  if (!Array.isArray(sample) || typeof sample[0] !== "object") return false;
  const pictures = readReferenceValue(sample);
  return pictures.length > 0 && pictures.every(({ attachmentId }) => attachmentId !== undefined);
}
