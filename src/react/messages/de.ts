import { deConfigForm } from "./de/configForm.js";
import { deContract } from "./de/contract.js";
import { dePictures } from "./de/pictures.js";
import { dePreview } from "./de/preview.js";
import { dePromptEditor } from "./de/promptEditor.js";
import type { MessageOverrides } from "./translate.js";

/** German words: `<ImageNodeProvider messages={de}>`. */
export const de: MessageOverrides = {
  locale: "de",
  words: { ...deContract, ...deConfigForm, ...dePromptEditor, ...dePreview, ...dePictures },
};
