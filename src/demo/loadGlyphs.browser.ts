import type { GlyphLibrary } from "./glyphLibrary.js";
import { missingPeer } from "./missingPeer.js";

let loading: Promise<GlyphLibrary> | undefined;

/** Loads glyphs and keywords on the first call. Throws an error with the install line where a package is missing. */
export function loadGlyphs(): Promise<GlyphLibrary> {
  loading ??= read().catch((cause: unknown) => {
    loading = undefined;
    throw missingPeer("@iconify-json/noto and emojilib", cause);
  });
  return loading;
}

async function read(): Promise<GlyphLibrary> {
  const [noto, emojilib] = await Promise.all([import("@iconify-json/noto"), import("emojilib")]);
  return {
    icons: noto.icons.icons,
    chars: noto.chars as GlyphLibrary["chars"],
    categories: noto.metadata.categories ?? {},
    keywords: emojilib.default as unknown as GlyphLibrary["keywords"],
    size: noto.icons.width ?? 128,
  };
}
