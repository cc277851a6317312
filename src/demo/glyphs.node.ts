import { createRequire } from "node:module";
import type { GlyphLibrary } from "./glyphLibrary.js";
import { missingPeer } from "./missingPeer.js";

const require = createRequire(import.meta.url);
let library: GlyphLibrary | undefined;

/** Reads glyphs and keywords once. Throws a sentence with the install line when a package is missing. */
export async function loadGlyphs(): Promise<GlyphLibrary> {
  library ??= read();
  return library;
}

function read(): GlyphLibrary {
  const { icons, width } = load("@iconify-json/noto/icons.json") as {
    icons: GlyphLibrary["icons"];
    width?: number;
  };
  const { categories } = load("@iconify-json/noto/metadata.json") as {
    categories: GlyphLibrary["categories"];
  };
  const chars = load("@iconify-json/noto/chars.json") as GlyphLibrary["chars"];
  const keywords = load("emojilib") as GlyphLibrary["keywords"];
  return { icons, chars, categories, keywords, size: width ?? 128 };
}

function load(name: string): unknown {
  try {
    return require(name);
  } catch (cause) {
    throw missingPeer(name.replace(/\/\w+\.json$/, ""), cause);
  }
}
