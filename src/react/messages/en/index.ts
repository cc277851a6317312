import { configFormWords } from "./configForm.js";
import { contractWords } from "./contract.js";
import { pictureWords } from "./pictures.js";
import { previewWords } from "./preview.js";
import { promptEditorWords } from "./promptEditor.js";

/** The built-in English words, by key. */
export const en = {
  ...contractWords,
  ...configFormWords,
  ...promptEditorWords,
  ...previewWords,
  ...pictureWords,
};
