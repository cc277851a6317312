import { createRequire } from "node:module";
import type { GlyphLibrary } from "./glyphLibrary.js";
import { missingPeer } from "./missingPeer.js";

const require = createRequire(import.meta.url);
let library: GlyphLibrary | undefined;

/** Reads glyphs and keywords once. Throws an error with the install line where a package is missing. */
export async function loadGlyphs(): Promise<GlyphLibrary> {
  library ??= read();
  return library;
}

// Every name is written out where it is required: a server's bundler, such as Next.js's, follows no others.
function read(): GlyphLibrary {
  const noto = load("@iconify-json/noto", () => {
    const { icons, width } = require("@iconify-json/noto/icons.json") as {
      icons: GlyphLibrary["icons"];
      width?: number;
    };
    const { categories } = require("@iconify-json/noto/metadata.json") as {
      categories: GlyphLibrary["categories"];
    };
    const chars = require("@iconify-json/noto/chars.json") as GlyphLibrary["chars"];
    return { icons, chars, categories, size: width ?? 128 };
  });
  const keywords = load("emojilib", () => require("emojilib") as GlyphLibrary["keywords"]);
  return { ...noto, keywords };
}

function load<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw missingPeer(name, cause);
  }
}
