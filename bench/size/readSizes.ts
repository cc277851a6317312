import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const BEGIN = "<!-- size:start -->";
const END = "<!-- size:end -->";

/** Documents that show sizes: all of them as tables, or the panel's in one sentence. */
export type SizedDocument = "docs/benchmarks.md" | "README.md";

const pathOf = (document: SizedDocument) => fileURLToPath(new URL(`../../${document}`, import.meta.url));

/** What stands between the marks of a document. */
export function readSizes(document: SizedDocument): string {
  const text = readFileSync(pathOf(document), "utf8");
  const [from, to] = findMarks(text, document);
  return text.slice(from, to).trim();
}

/** Writes between the marks of a document. */
export function writeSizes(document: SizedDocument, sizes: string): void {
  const text = readFileSync(pathOf(document), "utf8");
  const [from, to] = findMarks(text, document);
  writeFileSync(pathOf(document), `${text.slice(0, from)}\n\n${sizes}\n\n${text.slice(to)}`);
}

function findMarks(text: string, document: SizedDocument): readonly [from: number, to: number] {
  const begin = text.indexOf(BEGIN);
  const end = text.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`${document} has no place for the sizes: ${BEGIN} … ${END}`);
  return [begin + BEGIN.length, end];
}
