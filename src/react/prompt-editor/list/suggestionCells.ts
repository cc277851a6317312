import type { Variable } from "../../../template/index.js";
import type { Translate } from "../../messages/index.js";
import { previewValue } from "./previewValue.js";
import { TYPE_GLYPHS } from "./typeGlyphs.js";

/** Contents of a row's cells: one function each, for the parts and for the row that has all of them. */
export const suggestionCells = {
  /** Glyph, explained to the pointer and to those who listen. */
  type: ({ type }: Variable, _active: boolean, t: Translate) => ({
    role: "img",
    translate: "no" as const,
    // A glyph is no word: a row's name has the words, whatever its reader makes of a title.
    "aria-label": t(`promptEditor.type.${type}`),
    // Says to the eye too what the glyph means.
    title: t(`promptEditor.type.${type}`),
    "data-type": type,
    children: TYPE_GLYPHS[type],
  }),
  path(variable: Variable, _active: boolean, _t: Translate, display: (variable: Variable) => string) {
    const children = display(variable);
    // A path is code; what a host's language shows instead is words.
    return { dir: children === variable.path ? "ltr" : "auto", translate: "no" as const, children };
  },
  /** Sample value: in every row where it is short, an object or array in the active row only. */
  value(variable: Variable, active: boolean, t: Translate) {
    const children = previewValue(variable, active, t);
    return children === null ? null : { children };
  },
  source: ({ source }: Variable) => ({ children: source.label }),
};

export type SuggestionCell = keyof typeof suggestionCells;
