import type { VariableType } from "../../../template/index.js";

/** Glyph of each type; the words stand in the messages. */
export const TYPE_GLYPHS: Record<VariableType, string> = {
  string: "T",
  number: "#",
  boolean: "◐",
  object: "{}",
  array: "[]",
  null: "∅",
  file: "▤",
  unknown: "?",
};
