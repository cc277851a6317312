import { readForeignConfig } from "./foreign/readForeignConfig.js";
import type { Bag } from "./isBag.js";
import { parseOwnConfig } from "./parseOwnConfig.js";
import type { ParsedImageNodeConfig } from "./parseOwnConfig.js";

/**
 * Reads any older or partial shape of a saved configuration, and nodes and request bodies that others saved; never
 * throws over one. Unknown keys stay, and an id that this version does not know (a mode, a ratio, a style, a model) is
 * kept as it is; what can't be an id or a text at all is replaced by the default, with a note.
 *
 * @example
 * const { config, notes } = parseImageNodeConfig({ input: { prompt: "A red fox", aspect_ratio: "16:9", seed: 42 } });
 */
export function parseImageNodeConfig(value: unknown): ParsedImageNodeConfig {
  return parseOwnConfig(value, readForeign);
}

function readForeign(saved: Bag, notes: string[]): Bag {
  try {
    return readForeignConfig(saved, notes);
  } catch {
    // A getter of the host's threw, deep inside: what stands at the root can still be read.
    return { ...saved };
  }
}
