import { loadGlyphs } from "../../src/demo/loadGlyphs.node.js";
import { composeImage } from "../../src/demo/composeImage.js";
import { lexiconOf } from "../../src/demo/prompt/lexicon.js";
import { readPrompt } from "../../src/demo/prompt/readPrompt.js";

const library = await loadGlyphs();

export const read = (prompt: string) => readPrompt(prompt, lexiconOf(library));

export const compose = (content: string, style = "auto", width = 1024, height = 1024, variation = 0) =>
  composeImage({ content, style, width, height, variation }, library);

/** Composes a square picture without what the negative prompt names. */
export const composeWithout = (content: string, negativePrompt: string) =>
  composeImage({ content, style: "auto", width: 1024, height: 1024, negativePrompt }, library);

/** How often a part or a glyph is drawn. */
export const count = (svg: string, attribute: string) => svg.split(attribute).length - 1;
