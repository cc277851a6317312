import type { GlyphLibrary } from "../glyphLibrary.js";
import { NAMES } from "./names.js";
import { stem } from "./stem.js";
import { UNDRAWN } from "./vocabulary.js";

/** Something that can be drawn. */
export interface Glyph {
  /** Icon name, or "drawn:…" for what the illustrator draws itself. */
  icon: string;
  /** Category of the icon set; "Drawn" for own drawings. */
  category: string;
}

/** Finds what to draw for a noun or a noun phrase of up to three words. */
export interface Lexicon {
  find(stems: readonly string[]): Glyph | undefined;
  /** The glyph with this icon name. */
  named(icon: string): Glyph | undefined;
  /** Returns the name of an emoji. */
  nameOf(emoji: string): string | undefined;
}

const CATEGORIES = ["Animals & Nature", "Food & Drink", "Travel & Places", "Activities", "Objects"];
const EXTRA_ICONS =
  "robot ghost alien skull astronaut dragon-face alien-monster mage fairy mermaid princess ninja superhero vampire santa-claus brain baby handshake".split(
    " ",
  );
const KEYWORDS_KEPT = 3;
const cache = new WeakMap<GlyphLibrary, Lexicon>();

/** The lexicon of a library, built once. */
export function lexiconOf(library: GlyphLibrary): Lexicon {
  const known = cache.get(library);
  if (known) return known;
  const built = createLexicon(library);
  cache.set(library, built);
  return built;
}

function createLexicon(library: GlyphLibrary): Lexicon {
  const categories = new Map<string, string>();
  for (const category of CATEGORIES) {
    for (const icon of library.categories[category] ?? []) categories.set(icon, category);
  }
  for (const icon of EXTRA_ICONS) categories.set(icon, "Characters");
  const byPhrase = new Map<string, { icon: string; rank: number }>();
  const offer = (phrase: string, icon: string, rank: number) => {
    const key = phrase
      .split(/[_\s-]+/)
      .map(stem)
      .join(" ");
    const present = byPhrase.get(key);
    if (!present || rank < present.rank) byPhrase.set(key, { icon, rank });
  };
  for (const [emoji, keywords] of Object.entries(library.keywords)) {
    const icon = library.chars[codePoints(emoji)];
    if (icon === undefined || !categories.has(icon) || !library.icons[icon]) continue;
    keywords.slice(0, KEYWORDS_KEPT + 1).forEach((keyword, index) => {
      const single = !/[_\s-]/.test(keyword);
      if (index > 0 && single && UNDRAWN.has(stem(keyword))) return;
      offer(keyword, icon, index * 10 + (CATEGORIES.indexOf(categories.get(icon) ?? "") + 1));
    });
  }
  for (const [icon, names] of Object.entries(NAMES)) {
    for (const name of names.split(", ")) offer(name, icon, -1);
  }
  const named = (icon: string): Glyph | undefined => {
    if (icon.startsWith("drawn:")) return { icon, category: "Drawn" };
    const category = categories.get(icon);
    return category !== undefined && library.icons[icon] ? { icon, category } : undefined;
  };
  return {
    named,
    nameOf: (emoji) =>
      (Object.hasOwn(library.keywords, emoji) ? library.keywords[emoji] : undefined)?.[0]?.replaceAll(
        "_",
        " ",
      ),
    find(stems) {
      const hit = byPhrase.get(stems.join(" "));
      return hit && named(hit.icon);
    },
  };
}

function codePoints(emoji: string): string {
  return [...emoji]
    .map((character) => (character.codePointAt(0) ?? 0).toString(16))
    .filter((hex) => hex !== "fe0f")
    .join("-");
}
