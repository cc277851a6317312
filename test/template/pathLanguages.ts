import { createPathLanguage } from "image-generation-node/template";
import type { PathLanguageOptions, TemplatePath } from "image-generation-node/template";

/** Writes each segment between slashes, with what is no letter in percent signs, as a host of its own spelling might. */
const SLASHES: NonNullable<PathLanguageOptions["path"]> = {
  format: (path) =>
    path
      .map((segment) => (typeof segment === "number" ? `#${segment}` : `/${encodeURIComponent(segment)}`))
      .join(""),
  parse(inner) {
    const parts = inner.trim().match(/#\d+|\/[\w%.~!*()'-]*/g);
    if (parts?.join("") !== inner.trim()) return null;
    return parts.map((part) =>
      part.startsWith("#") ? Number(part.slice(1)) : decodeURIComponent(part.slice(1)),
    ) as TemplatePath;
  },
};

/** Languages of several delimiters and spellings, as hosts would make them. */
export const LANGUAGES = {
  angles: createPathLanguage({ open: "<", close: ">" }),
  blocks: createPathLanguage({ open: "<", close: ">", minSegments: 2 }),
  dollars: createPathLanguage({ open: "${", close: "}" }),
  hashes: createPathLanguage({ open: "{{#", close: "#}}" }),
  braces: createPathLanguage({ open: "{", close: "}" }),
  percents: createPathLanguage({ open: "%", close: "%" }),
  brackets: createPathLanguage({ open: "{{", close: "}}", path: "brackets", escape: "\\" }),
  angleBrackets: createPathLanguage({ open: "<", close: ">", path: "brackets" }),
  emoji: createPathLanguage({ open: "🦊", close: "🐻", escape: "\\" }),
  comments: createPathLanguage({ open: "<!--", close: "~->", others: "expression" }),
  slashes: createPathLanguage({ open: "[[", close: "]]", path: SLASHES }),
};

export type LanguageName = keyof typeof LANGUAGES;
export const NAMES = Object.keys(LANGUAGES) as LanguageName[];
