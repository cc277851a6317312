/** Notes for translators about one message; they stand beside its English words, as comments. */
export interface WordNotes {
  /** Note of the message itself: the `//` above its key. */
  own?: string | undefined;
  /** Note of its group: the block comment that heads it, which holds until the next blank line. */
  group?: string | undefined;
  /** Note of its file: what the doc comment above the words says after its first paragraph. */
  file?: string | undefined;
}

/**
 * Reads the notes for translators from the source of a file of English words, by key.
 *
 * @param source text of a file such as `src/react/messages/en/compare.ts`, as Prettier writes it
 * @throws Error for a note that belongs to no message
 */
export function readNotes(source: string): ReadonlyMap<string, WordNotes> {
  const notes = new Map<string, WordNotes>();
  const [head = "", ...body] = source.split(/^export const .*$/m);
  const file = readDocComment(head);
  let group: string | undefined;
  let own: string[] = [];
  let isHeading = false;
  for (const line of body.join("").split("\n")) {
    const text = line.trim();
    const [, key] = /^ {2}"([^"]+)":/.exec(line) ?? [];
    if (key !== undefined) {
      notes.set(key, { own: own.length > 0 ? own.join(" ") : undefined, group, file });
      own = [];
    } else if (text === "") {
      if (own.length > 0) throw new Error(`The note "${own.join(" ")}" stands above no message.`);
      group = undefined;
    } else if (text.startsWith("//")) own.push(text.slice(2).trim());
    else if (isHeading || text.startsWith("/*")) {
      const words = text.replace(/^\/\*/, "").replace(/\*\/$/, "").trim();
      group = isHeading ? `${group} ${words}` : words;
      isHeading = !text.endsWith("*/");
    }
  }
  return notes;
}

/** Reads the paragraphs after the first of the last doc comment. */
function readDocComment(head: string): string | undefined {
  const comment = head.slice(head.lastIndexOf("/**") + 3, head.lastIndexOf("*/"));
  const lines = comment.split("\n").map((line) => line.replace(/^\s*\*?\s*/, ""));
  const end = lines.indexOf("", 1);
  const text =
    end < 0
      ? ""
      : lines
          .slice(end + 1)
          .join(" ")
          .trim();
  return text === "" ? undefined : text;
}
