import ts from "typescript";

/** A doc comment, in Markdown. Links are still as they were written. */
export interface Comment {
  readonly text: string;
  readonly default: string | undefined;
  readonly selector: string | undefined;
  readonly returns: string | undefined;
  readonly throws: readonly string[];
  readonly examples: readonly string[];
  readonly params: readonly (readonly [name: string, text: string])[];
}

/** Reads what a symbol says of itself. */
export function readComment(symbol: ts.Symbol, checker: ts.TypeChecker): Comment {
  const tags = symbol.getJsDocTags(checker);
  const textsOf = (name: string) =>
    tags.filter((tag) => tag.name === name).map((tag) => ts.displayPartsToString(tag.text).trim());
  return {
    text: ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim(),
    default: textsOf("default")[0],
    selector: textsOf("selector")[0],
    returns: textsOf("returns")[0],
    throws: textsOf("throws"),
    examples: textsOf("example").map(fence),
    params: tags.filter(({ name }) => name === "param").map(readParam),
  };
}

function readParam({ text }: ts.JSDocTagInfo): readonly [string, string] {
  const words = ts.displayPartsToString(text).trim();
  const end = words.search(/\s/);
  return end < 0 ? [words, ""] : [words.slice(0, end), words.slice(end).trim().replace(/^- /, "")];
}

function fence(example: string): string {
  return example.includes("```") ? example : `\`\`\`tsx\n${example}\n\`\`\``;
}
