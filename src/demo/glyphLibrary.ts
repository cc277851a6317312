/** The two packages that the illustrator draws from, as plain data. */
export interface GlyphLibrary {
  /** SVG bodies by icon name, on a square of `size`. */
  icons: Readonly<Record<string, { body: string; width?: number | undefined; height?: number | undefined }>>;
  /** Icon names by code points ("1f98a"). */
  chars: Readonly<Record<string, string>>;
  /** Icon names by category ("Animals & Nature"). */
  categories: Readonly<Record<string, readonly string[]>>;
  /** Keywords by emoji, its name first ("🦊" → ["fox", "animal", …]). */
  keywords: Readonly<Record<string, readonly string[]>>;
  /** Edge of an icon's square. */
  size: number;
}
