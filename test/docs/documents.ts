import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";

/** With a slash at its end. */
export const root = `${resolve(import.meta.dirname, "../..")}/`;

/** What people read, by its path: the README, the guides, and what GitHub shows. */
export const documents: readonly string[] = [
  "README.md",
  "SECURITY.md",
  ...globSync(["docs/*.md", ".github/*.md", "src/*.md"], { cwd: root }).sort(),
];

/** The text of a document. */
export const readDocument = (path: string): string => readFileSync(`${root}${path}`, "utf8");

/** A fenced block of a document. */
export interface Snippet {
  readonly document: string;
  /** "ts", "sh", … */
  readonly language: string;
  readonly text: string;
  /** What a first line such as `// shared.ts` calls it, or its place in the document. */
  readonly file: string;
}

/** The fenced blocks of a document in these languages. */
export function readSnippets(document: string, ...languages: readonly string[]): readonly Snippet[] {
  return [...readDocument(document).matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)]
    .map(([, language = "", text = ""], index) => {
      const named = /^\/\/ ([\w.]+\.tsx?)\b/.exec(text)?.[1];
      const prefix = document.replace(/\W+/g, "-");
      return { document, language, text, file: named ?? `${prefix}-${index + 1}.${language}` };
    })
    .filter(({ language }) => languages.includes(language));
}
