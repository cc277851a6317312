/** Cuts a text at a word, so that with its "…" it has at most `length` code points. */
export function shortenText(text: string, length: number): string {
  const flat = text.replace(/\s+/g, " ").trim();
  const letters = Array.from(flat);
  if (letters.length <= length) return flat;
  const cut = letters.slice(0, length - 1).join("");
  const space = cut.lastIndexOf(" ");
  return `${(space > length / 2 ? cut.slice(0, space) : cut).replace(/(?<![\s\p{Terminal_Punctuation}])[\s\p{Terminal_Punctuation}]+$/u, "")}…`;
}
