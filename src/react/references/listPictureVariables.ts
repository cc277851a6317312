import { readReferenceValue } from "../../contract/index.js";
import type { Variable, VariableIndex } from "../../template/index.js";

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
  const found = query.trim() === "" ? listAll(index) : index.search(query, { limit: 200 }).items;
  const fitting = found.filter(({ type }) => !NEVER.has(type));
  const files = fitting.filter(isOfPictures).slice(0, MOST);
  const hasEnough = query.trim() === "" && files.length > 0;
  const others = hasEnough ? [] : fitting.filter((each) => !isOfPictures(each) && each.segments.length > 1);
  return { files, others: others.slice(0, MOST) };
}

/** Checks whether a variable is a file, or a list whose sample holds nothing but pictures. */
function isOfPictures({ type, sample }: Variable): boolean {
  if (type !== "array") return type === "file";
  const pictures = Array.isArray(sample) ? readReferenceValue(sample) : [];
  return (
    pictures.length > 0 &&
    pictures.every(({ attachmentId, value }) => attachmentId !== undefined && typeof value === "object")
  );
}

/** Walks the index level by level, but not into files, whose members are no pictures. */
function listAll(index: VariableIndex): Variable[] {
  const all: Variable[] = [];
  let level = index.children();
  while (level.length > 0 && all.length < 2000) {
    all.push(...level);
    level = level.flatMap(({ path, type }) => (type === "file" ? [] : index.children(path)));
  }
  return all;
}
