/** Entries of one text, and where each stands in it. */
export interface SearchText {
  /** All entries in small letters, each with a line end behind it. */
  joined: string;
  /** The same with its capitals. */
  cased: string;
  /** Start of each entry, and behind the last one the end. */
  starts: Int32Array;
  /** Start of each entry's last segment; the entry's end where it has none. */
  lasts: Int32Array;
  /** Start of each entry's name, where the path does not hold it; else the entry's end. */
  names: Int32Array;
}

/** Part of an entry that is put into a {@link SearchText}. */
export interface SearchEntry {
  text: string;
  /** Place in the text where the last segment begins. */
  last: number;
  /** Place in the text where the name begins. */
  name: number;
}

/** Puts entries into one text. */
export function writeSearchText(entries: readonly SearchEntry[]): SearchText {
  const starts = new Int32Array(entries.length + 1);
  const lasts = new Int32Array(entries.length);
  const names = new Int32Array(entries.length);
  const joined: string[] = [];
  const cased: string[] = [];
  let start = 0;
  entries.forEach(({ text, last, name }, entry) => {
    const lower = text.toLowerCase();
    joined.push(lower, "\n");
    // A few letters of other languages grow when they are made small: both texts must have the same places.
    cased.push(lower.length === text.length ? text : lower, "\n");
    lasts[entry] = start + Math.min(last, lower.length);
    names[entry] = start + Math.min(name, lower.length);
    start += lower.length + 1;
    starts[entry + 1] = start;
  });
  return { joined: joined.join(""), cased: cased.join(""), starts, lasts, names };
}

/** Joins texts to one. */
export function joinSearchTexts(texts: readonly SearchText[]): SearchText {
  const count = texts.reduce((sum, { lasts }) => sum + lasts.length, 0);
  const starts = new Int32Array(count + 1);
  const lasts = new Int32Array(count);
  const names = new Int32Array(count);
  let entry = 0;
  let start = 0;
  for (const text of texts) {
    for (let own = 0; own < text.lasts.length; own++, entry++) {
      starts[entry] = start + (text.starts[own] as number);
      lasts[entry] = start + (text.lasts[own] as number);
      names[entry] = start + (text.names[own] as number);
    }
    start += text.joined.length;
  }
  starts[count] = start;
  return {
    joined: texts.map(({ joined }) => joined).join(""),
    cased: texts.map(({ cased }) => cased).join(""),
    starts,
    lasts,
    names,
  };
}

/** Reads an entry, in small letters. */
export const entryAt = ({ joined, starts }: SearchText, entry: number) =>
  joined.slice(starts[entry], (starts[entry + 1] as number) - 1);
