/** Words of a type; `partners` has, for each opening bracket, the position of the one that closes it. */
export interface TypeWords {
  words: readonly string[];
  partners: ReadonlyMap<number, number>;
}

/** Word, sign, blank or comment; each alternative takes what it began, so no place is read twice. */
const WORD =
  /\s+|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)|"[^"\\]*(?:\\[^]?[^"\\]*)*(?:"|$)|'[^'\\]*(?:\\[^]?[^'\\]*)*(?:'|$)|=>|\.\.\.|-?\d+(?:\.\d+)?|[\p{L}_$][\p{L}\p{M}\p{N}_$.-]*|[^]/gu;
const CLOSERS: Readonly<Record<string, string>> = { "{": "}", "[": "]", "(": ")", "<": ">" };

/**
 * Takes a TypeScript-like type apart, without comments. A line end that ends a member is `\n`; all others are left out.
 * Undefined where the brackets do not pair up, or a quote is not closed.
 */
export function readTypeWords(text: string): TypeWords | undefined {
  const words: string[] = [];
  const partners = new Map<number, number>();
  const open: number[] = [];
  for (const [word] of text.matchAll(WORD)) {
    const last = words.at(-1) ?? "";
    if (/^(?:\s|\/[/*])/.test(word)) {
      const inMembers = words[open.at(-1) ?? -1] === "{";
      if (inMembers && word.includes("\n") && !/^(?:[{|&:;,\n]|=>)$/.test(last)) words.push("\n");
      continue;
    }
    if (/^["']/.test(word) && (word.length < 2 || word.at(-1) !== word[0])) return;
    // A type goes on where the next line begins with one of these.
    if (last === "\n" && /^(?:[|&:?]|=>)$/.test(word)) words.pop();
    if (Object.hasOwn(CLOSERS, word)) open.push(words.length);
    else if (/^[}\])>]$/.test(word)) {
      const opener = open.pop() ?? -1;
      if (CLOSERS[words[opener] ?? ""] !== word) return;
      partners.set(opener, words.length);
    }
    words.push(word);
  }
  return open.length ? undefined : { words, partners };
}
