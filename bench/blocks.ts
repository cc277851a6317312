import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const pathOf = (document: string) => fileURLToPath(new URL(`../${document}`, import.meta.url));

/** Reads what stands between the marks of a document: `<!-- name:start -->` and `<!-- name:end -->`. */
export function readBlock(document: string, name: string): string {
  const text = readFileSync(pathOf(document), "utf8");
  const [from, to] = findMarks(text, document, name);
  return text.slice(from, to).trim();
}

/** Writes between the marks of a document. */
export function writeBlock(document: string, name: string, block: string): void {
  const text = readFileSync(pathOf(document), "utf8");
  const [from, to] = findMarks(text, document, name);
  writeFileSync(pathOf(document), `${text.slice(0, from)}\n\n${block}\n\n${text.slice(to)}`);
}

function findMarks(text: string, document: string, name: string): readonly [from: number, to: number] {
  const mark = `<!-- ${name}:start -->`;
  const begin = text.indexOf(mark);
  const end = text.indexOf(`<!-- ${name}:end -->`);
  if (begin < 0 || end < begin) throw new Error(`${document} has no place for this: ${mark} …`);
  return [begin + mark.length, end];
}
